"""The pipeline over shards of a corpus: on processes of this machine, or on a cluster by an engine that exists.

`plan` cuts sources into shards, `begin` opens the folder that their results go to, `run` codes those that are not done
yet. docs/engines.md tells how it behaves when things break.
"""

from vaarta.scale.jobs import Job, Limits, Report, Settings, Told, Undone
from vaarta.scale.planning import plan
from vaarta.scale.running import ENGINES, begin, report_of, run

__all__ = ["ENGINES", "Job", "Limits", "Report", "Settings", "Told", "Undone", "begin", "plan", "report_of", "run"]
