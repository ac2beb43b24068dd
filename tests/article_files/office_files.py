"""Write the office files and books of `tests/articles` anew.

Run it from the root of the project: python -m tests.article_files.office_files
"""

from __future__ import annotations

from pathlib import Path

from tests.article_files import docx_files, epub_files, odt_files, rtf_files

FOLDER = Path(__file__).parent.parent / "articles"

FILES = {
    "docx/word.docx": docx_files.word_docx,
    "docx/google-docs.docx": docx_files.google_docx,
    "docx/strict.docx": docx_files.strict_docx,
    "odt/libreoffice.odt": odt_files.libreoffice_odt,
    "odt/google-docs.odt": odt_files.google_odt,
    "odt/flat.fodt": odt_files.flat_odt,
    "rtf/word.rtf": rtf_files.word_rtf,
    "rtf/textedit.rtf": rtf_files.textedit_rtf,
    "rtf/code-pages.rtf": rtf_files.code_page_rtf,
    "epub/pandoc.epub": epub_files.pandoc_epub,
    "epub/issue.epub": epub_files.issue_epub,
    "epub/novel.epub": epub_files.novel_epub,
}

if __name__ == "__main__":
    for name, make in FILES.items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_bytes(make())
