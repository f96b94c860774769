"""The clocks that matter before anybody has opened a case, by their code in the lawbook."""

WINDOW = "laporan_window"
"""Until when one may report, since one came to know."""
FIRST_CHECK = "kajian_awal"
"""Until when the office has checked whether the laporan is complete."""
MENDING = "perbaikan"
"""How long the reporter has to complete what was missing."""
