"""Words and what is known of them: names, titles, verbs, nations, figures."""
