"""Claims × gold → scores: the figures by which Vaarta is judged, and the misses and extras to learn from."""

from vaarta.evaluation.comparing import Change, Compared, compare, read_shapes
from vaarta.evaluation.gold import CodedStory, GoldStory, coded_story, read_coded, read_gold
from vaarta.evaluation.report import difference_lines, report_lines
from vaarta.evaluation.scores import Accuracy, Count, Difference, Scores, score

__all__ = [
    "Accuracy", "Change", "CodedStory", "Compared", "Count", "Difference", "GoldStory", "Scores", "coded_story",
    "compare", "difference_lines", "read_coded", "read_gold", "read_shapes", "report_lines", "score",
]  # fmt: skip
