"""Stories become Docs: our own trained pipelines, or one the user brings.

`load("hi")` gives the pipeline, `analyse(texts, nlp)` the Docs. spaCy is imported by the first call.
"""

from vaarta.analysis.loading import Pipeline, analyse, fresh, load, signature

__all__ = ["Pipeline", "analyse", "fresh", "load", "signature"]
