"""A dossier as one page: what stands on it, its lines, and the formats that it is saved in."""
