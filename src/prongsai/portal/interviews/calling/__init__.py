"""What an interviewer does on her phone: reads her assignments, sends attempts and finished interviews."""
