"""Files that people bring: CSV, XLSX and JSON become checked rows; a mistake is named by row and column."""
