"""Feeds: what they hold, fetched politely, kept in the library, and their lists in OPML.

Only what `briefing.feeds.content` does needs parsers, so it is done in the process that reads.
"""
