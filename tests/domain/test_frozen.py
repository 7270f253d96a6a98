"""The project's own frozen classes behave as those of the standard library."""

import dataclasses
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.frozen import dataclass, field


@dataclass(frozen=True)
class Ours:
    """A class of ours."""

    a: object
    b: int = 3
    c: list = field(default_factory=list)
    line: int = field(default=0, compare=False, repr=False)

    def twice(self) -> int:
        return 2 * self.b


@dataclasses.dataclass(frozen=True)
class Theirs:
    """The same, by the standard library."""

    a: object
    b: int = 3
    c: list = field(default_factory=list)
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Base:
    """Fields by name only."""

    x: int
    y: int = 0


@dataclass(frozen=True, kw_only=True)
class Below(Base):
    """One more field, and a check."""

    z: tuple = ()

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("x")


VALUES = st.tuples(st.integers(0, 2), st.integers(0, 1), st.lists(st.integers(0, 1), max_size=1), st.integers(0, 1))


@given(VALUES, VALUES)
def test_equality_is_that_of_the_standard_library(one, other):
    """Two are equal where the library says so, and what is not compared is not compared."""
    assert (Ours(*one) == Ours(*other)) == (Theirs(*one) == Theirs(*other))
    assert repr(Ours(*one)) == repr(Theirs(*one)).replace("Theirs", "Ours")


def test_defaults_are_made_anew():
    """A default that is made is made for each instance."""
    first, second = Ours(1), Ours(1)
    assert (first.b, first.c, first.twice()) == (3, [], 6) and first.c is not second.c


def test_the_hash_follows_equality():
    """Equal instances have one hash, whatever stands in fields that are not compared."""
    assert hash(Ours(1, 2, (), 7)) == hash(Ours(1, 2, (), 8))
    assert Ours(1) != Theirs(1) and len({Base(x=1), Base(x=1), Base(x=2)}) == 2


def test_nothing_can_be_changed():
    """A field can be neither set nor deleted nor added."""
    made = Base(x=1)
    for change in (lambda: setattr(made, "x", 2), lambda: setattr(made, "new", 2), lambda: delattr(made, "x")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()


def test_fields_come_down_and_checks_run():
    """A class below takes the fields above and its own, by name, and its check is called."""
    assert Below(x=1, z=(2,)) == Below(z=(2,), x=1, y=0) != Base(x=1)
    with pytest.raises(TypeError):
        Below(1)
    with pytest.raises(TypeError, match="x"):
        Below(y=1)
    with pytest.raises(ValueError, match="x"):
        Below(x=-1)


def test_the_library_and_the_store_know_them():
    """`replace`, `asdict` and pickling work, also before the first instance was made by its name."""
    made = Below(x=1)
    assert dataclasses.replace(made, y=5) == Below(x=1, y=5)
    assert dataclasses.asdict(made) == {"x": 1, "y": 0, "z": ()}
    assert pickle.loads(pickle.dumps(made)) == made
