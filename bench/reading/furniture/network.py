"""A small network, learnt by gradient descent: a layer of hidden units beside a direct sum of the inputs."""

import math

import numpy as np

#: Networks that are learnt apart and stand side by side in the end, and the hidden units of each.
NETWORKS = 3
UNITS = 24
EPOCHS = 10
BATCH = 256
RATE = 2e-3
PENALTY = 1e-4
#: Share of inputs and of hidden units that are left out at random while learning.
DROPPED = 0.1
DROPPED_UNITS = 0.2


def learn(rows: np.ndarray, gold: np.ndarray, costs: np.ndarray) -> dict[str, object]:
    """Return the weights of the network by name, rounded: the mean of some networks that were learnt apart."""
    found = [_one(rows, gold, costs, seed) for seed in range(NETWORKS)]
    hidden, offsets, out, direct, constant = (list(each) for each in zip(*found, strict=True))
    return {
        "hidden": _rounded(np.concatenate(hidden, axis=1)),
        "offsets": _rounded(np.concatenate(offsets)),
        "out": _rounded(np.concatenate(out) / NETWORKS),
        "direct": _rounded(np.mean(direct, axis=0)),
        "constant": round(float(np.mean(constant)), 3),
    }


def _rounded(weights: np.ndarray) -> object:
    return np.round(weights.astype(float), 3).tolist()


def _one(rows: np.ndarray, gold: np.ndarray, costs: np.ndarray, seed: int) -> list[np.ndarray]:
    """Return hidden weights, offsets, weights of the units, direct weights and the constant of one network."""
    rng = np.random.default_rng(seed)
    width = rows.shape[1]
    weights = [
        rng.standard_normal((width, UNITS)) / math.sqrt(width),
        np.zeros(UNITS),
        rng.standard_normal(UNITS) / math.sqrt(UNITS),
        np.zeros(width),
        np.zeros(1),
    ]
    weights = [each.astype(np.float32) for each in weights]
    descent = _Descent(weights)
    for epoch in range(EPOCHS):
        order = rng.permutation(len(rows))
        rate = RATE * (1 - epoch / EPOCHS) + 1e-5
        for at in range(0, len(rows), BATCH):
            some = order[at : at + BATCH]
            x = rows[some] * (rng.random((len(some), width)) > DROPPED)
            kept = (rng.random((len(some), UNITS)) > DROPPED_UNITS) / (1 - DROPPED_UNITS)
            descent.step(_gradients(weights, x, gold[some], costs[some], kept), rate)
    return weights


def _gradients(
    weights: list[np.ndarray], x: np.ndarray, gold: np.ndarray, costs: np.ndarray, kept: np.ndarray
) -> list[np.ndarray]:
    hidden, offsets, out, direct, constant = weights
    sums = x @ hidden + offsets
    units = np.maximum(sums, 0) * kept
    odds = units @ out + x @ direct + constant
    error = (1 / (1 + np.exp(-np.clip(odds, -30, 30))) - gold) * costs / len(x)
    back = np.outer(error, out) * kept * (sums > 0)
    return [x.T @ back, back.sum(0), units.T @ error, x.T @ error, error.sum(keepdims=True)]


class _Descent:
    """Adam with a penalty on the squares of the weights."""

    def __init__(self, weights: list[np.ndarray]) -> None:
        self.weights = weights
        self.first = [np.zeros_like(each) for each in weights]
        self.second = [np.zeros_like(each) for each in weights]
        self.steps = 0

    def step(self, gradients: list[np.ndarray], rate: float) -> None:
        self.steps += 1
        for number, weight in enumerate(self.weights):
            slope = gradients[number] + PENALTY * weight
            self.first[number] += 0.1 * (slope - self.first[number])
            self.second[number] += 0.001 * (slope**2 - self.second[number])
            mean = self.first[number] / (1 - 0.9**self.steps)
            square = self.second[number] / (1 - 0.999**self.steps)
            self.weights[number] -= (rate * mean / (np.sqrt(square) + 1e-8)).astype(np.float32)
