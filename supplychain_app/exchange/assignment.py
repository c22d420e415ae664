"""Solves who takes what: the one-to-one assignment with the highest total score."""

from collections.abc import Sequence


def best_assignment(scores: Sequence[Sequence[float]]) -> list[int]:  # noqa: PLR0912
    """For each row the column that it takes, so that the sum of scores is highest; rows may not outnumber columns.

    The Hungarian method with potentials, O(rows² · columns): H. W. Kuhn 1955, Naval Research Logistics Quarterly 2:83.

    >>> best_assignment([[0.9, 0.8], [0.8, 0.1]])
    [1, 0]
    """
    n, m = len(scores), len(scores[0]) if scores else 0
    infinity = float("inf")
    row_potential, column_potential = [0.0] * (n + 1), [0.0] * (m + 1)
    taken_by, way = [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        taken_by[0], column = i, 0
        least, used = [infinity] * (m + 1), [False] * (m + 1)
        while True:
            used[column] = True
            row, delta, following = taken_by[column], infinity, 0
            row_scores = scores[row - 1]
            for j in range(1, m + 1):
                if used[j]:
                    continue
                cost = -row_scores[j - 1] - row_potential[row] - column_potential[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(m + 1):
                if used[j]:
                    row_potential[taken_by[j]] += delta
                    column_potential[j] -= delta
                else:
                    least[j] -= delta
            column = following
            if taken_by[column] == 0:
                break
        while column:
            previous = way[column]
            taken_by[column] = taken_by[previous]
            column = previous
    result = [-1] * n
    for j in range(1, m + 1):
        if taken_by[j]:
            result[taken_by[j] - 1] = j - 1
    return result
