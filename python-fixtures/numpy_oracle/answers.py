"""The two deliberate answers beside a result, as exceptions."""


class Refusal(Exception):
    """The input is not acceptable. `code` is one of the protocol's closed list."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Unsupported(Exception):
    """This oracle cannot do what is asked; `feature` names it."""

    def __init__(self, feature):
        super().__init__(feature)
        self.feature = feature
