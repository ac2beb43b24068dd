"""Letters: files, mailboxes, and what is copied from a mail program."""
