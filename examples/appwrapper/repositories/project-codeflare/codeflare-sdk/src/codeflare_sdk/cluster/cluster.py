class Cluster:
    """A Ray cluster, from request to removal."""

    def __init__(self, config):
        self.config = config

    def up(self):
        """Applies the AppWrapper."""

    def down(self):
        """Deletes the AppWrapper."""
