"""The screen and the command line; imports no language tool and no document parser."""
