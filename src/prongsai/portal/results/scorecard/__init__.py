"""What an agency's page says, as typed contents made from the rulebook's answer: pure, no database."""
