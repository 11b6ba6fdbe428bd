"""How the site is built: `python -m sphinx -W --keep-going -b html docs docs/_build/html`, without the network."""

import sys
from pathlib import Path

import maroc_offshoring

sys.path.insert(0, str(Path(__file__).parent / "_extensions"))

project = "maroc_offshoring"
author = "The maroc_offshoring contributors"
project_copyright = author  # no year: the pages are the same whenever they are built
version = release = maroc_offshoring.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "reference"]
exclude_patterns = ["_build", "_extensions"]
root_doc = "index"

# A name of ours that leads nowhere is a warning. What is not ours needs no link, nor what only type checkers read.
nitpicky = True
nitpick_ignore_regex = [
    (r"py:.*", r"(cattrs|collections|datetime|decimal|os|pathlib|pint|typing)\..*"),
    (r"py:mod", r".*"),
    (r"py:class", r"\w+|.*\.([A-Z]|Kind|Piece|Unplaced|Years)"),
    (r"py:attr", r".*"),
    (r"py:data", r"(.*\.)?[A-Z]+"),
]

# Pages: the headings of a page can be linked to, as they can on the sites that host code.
myst_heading_anchors = 4
myst_links_external_new_tab = False
default_role = "code"  # docstrings mark code with single backquotes, as the pages do
smartquotes_action = "D"  # dashes; quotes stay as they are typed

# The reference: public names in the order of their page, their types beside what is said of them.
autodoc_class_signature = "mixed"
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
autodoc_default_options = {"members": True}
add_module_names = False
maximum_signature_line_length = 88
python_use_unqualified_type_names = True
napoleon_numpy_docstring = False
napoleon_use_rtype = False
toc_object_entries_show_parents = "hide"

html_theme = "furo"
pygments_dark_style = "github-dark"
html_title = "maroc_offshoring"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b6e4f", "color-brand-content": "#0b6e4f"},
    "dark_css_variables": {"color-brand-primary": "#6fd3ae", "color-brand-content": "#6fd3ae"},
}
