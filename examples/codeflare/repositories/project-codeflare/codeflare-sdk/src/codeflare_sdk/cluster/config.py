from dataclasses import dataclass


@dataclass
class ClusterConfiguration:
    """What a Ray cluster shall look like."""

    name: str
    num_workers: int = 1
    num_gpus: int = 0
    image: str = ""
