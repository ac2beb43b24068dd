"""Labels and words of English grammar that several rules ask about."""

from __future__ import annotations

from briefing.tables import word_list

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
"""Dependency labels of the subject of a verb."""
CLAUSES = frozenset("ROOT advcl ccomp relcl acl xcomp parataxis pcomp".split())
"""Dependency labels of the verb of a clause that no "and" joins to another one."""

ARTICLES = word_list("function_words", "article")
DEMONSTRATIVES = word_list("function_words", "demonstrative")
POSSESSIVES = word_list("function_words", "possessive")
OPEN_DETERMINERS = ARTICLES | DEMONSTRATIVES | word_list("function_words", "other")
"""Words in front of a noun phrase that say nothing of whom it means."""
DETERMINERS = OPEN_DETERMINERS | POSSESSIVES | word_list("function_words", "quantity")
PRONOUNS = word_list("function_words", "subject")
RELATIVES = word_list("function_words", "relative")
GENDER_OF = {"he": "male", "she": "female"}
"""What a pronoun says of whom it means."""
SURE_FORMS = word_list("speech_forms", "sure")
"""Forms of verbs of speaking that are nothing else."""
