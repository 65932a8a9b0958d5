who-writer = writer
