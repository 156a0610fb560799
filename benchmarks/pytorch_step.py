#!/usr/bin/env python3
"""A training step of the flat model of RealSize.java in plain PyTorch.

Written as its users write it: modules, autograd, AdamW. Answers each line on the input with the
seconds that a step took; the first step, which warms up, is made unasked. Wants PyTorch 1.12 or
newer and nothing else.
"""
import math
import os
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

VOCABULARY, TOKEN_DIMENSION, HIDDEN, LAYERS, HEADS, FEED_FORWARD = 30522, 32, 256, 2, 8, 1024
TOKENS, TEXTS, CONCEPTS, DIMENSION = 256, 16, 128, 256
MASKED = round(0.15 * TOKENS)


def split_heads(x):
    batch, length, width = x.shape
    return x.view(batch, length, HEADS, width // HEADS).transpose(1, 2)


def join_heads(x):
    batch, heads, length, width = x.shape
    return x.transpose(1, 2).reshape(batch, length, heads * width)


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key_value = nn.Linear(HIDDEN, 2 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)

    def forward(self, x, memory):
        key, value = self.key_value(memory).chunk(2, dim=-1)
        query = split_heads(self.query(x)) / math.sqrt(HIDDEN / HEADS)
        weights = (query @ split_heads(key).transpose(-1, -2)).softmax(-1)
        return self.out(join_heads(weights @ split_heads(value)))


class FeedForward(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.widen = nn.Linear(HIDDEN, 2 * inner)
        self.out = nn.Linear(inner, HIDDEN)

    def forward(self, x):
        a, g = self.widen(x).chunk(2, dim=-1)
        return self.out(F.gelu(a) * g)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.norms = nn.ModuleList(nn.LayerNorm(HIDDEN) for _ in range(3))
        self.cross, self.own, self.feed = Attention(), Attention(), FeedForward(FEED_FORWARD)

    def forward(self, concepts, tokens):
        concepts = concepts + self.cross(self.norms[0](concepts), tokens)
        normed = self.norms[1](concepts)
        concepts = concepts + self.own(normed, normed)
        return concepts + self.feed(self.norms[2](concepts))


class DistanceAttention(nn.Module):
    """Scores by Euclidean distance, each head in all dimensions."""

    def __init__(self):
        super().__init__()
        self.log_sharpness = nn.Parameter(torch.zeros(HEADS, 1, 1))

    def forward(self, query, key):
        squares = query.square().sum(-1, keepdim=True) + key.square().sum(-1).unsqueeze(-2)
        squared = (squares - 2 * query @ key.transpose(-1, -2)).clamp_min(1e-12)
        return (-squared.sqrt() * self.log_sharpness.exp()).softmax(-1)


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens = nn.Embedding(VOCABULARY, TOKEN_DIMENSION)
        self.positions = nn.Embedding(TOKENS, TOKEN_DIMENSION)
        self.widen = nn.Linear(TOKEN_DIMENSION, HIDDEN)
        self.slots = nn.Parameter(torch.randn(CONCEPTS, HIDDEN))
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head_norm = nn.LayerNorm(HIDDEN)
        self.prototypes = nn.Parameter(torch.randn(CONCEPTS, DIMENSION) * 0.03)
        self.queries, self.keys, self.values = (
            nn.Linear(HIDDEN, HEADS * DIMENSION) for _ in range(3))
        self.moves = nn.Linear(HIDDEN, DIMENSION)
        self.attention = DistanceAttention()
        self.read_norm = nn.LayerNorm(HIDDEN)
        self.read_queries = nn.Linear(HIDDEN, HEADS * DIMENSION)
        self.read_attention = DistanceAttention()
        self.read_out = nn.Linear(HEADS * DIMENSION, HIDDEN)
        self.feed_norm, self.feed = nn.LayerNorm(HIDDEN), FeedForward(HIDDEN)
        self.narrow_norm, self.narrow = nn.LayerNorm(HIDDEN), nn.Linear(HIDDEN, TOKEN_DIMENSION)
        self.vocabulary_bias = nn.Parameter(torch.zeros(VOCABULARY))
        # As the output layer the table wants rows of norm 1.
        nn.init.normal_(self.tokens.weight, std=1 / math.sqrt(TOKEN_DIMENSION))
        nn.init.normal_(self.positions.weight, std=1 / math.sqrt(TOKEN_DIMENSION))

    def states(self, ids, at):
        return self.widen((self.tokens(ids) + self.positions(at)) * math.sqrt(TOKEN_DIMENSION))

    def encode(self, ids, at):
        tokens = self.states(ids, at)
        concepts = self.slots.expand(len(ids), -1, -1)
        for layer in self.layers:
            concepts = layer(concepts, tokens)
        normed = self.head_norm(concepts)
        query = self.prototypes + split_heads(self.queries(normed))
        weights = self.attention(query, split_heads(self.keys(tokens)))
        seen = (weights @ split_heads(self.values(tokens))).mean(1)
        return seen + self.moves(normed)

    def forward(self, ids, at, masks, hidden_at):
        concepts = self.encode(ids, at).unsqueeze(1)
        states = self.states(masks, hidden_at)
        query = split_heads(self.read_queries(self.read_norm(states)))
        states = states + self.read_out(join_heads(self.read_attention(query, concepts) @ concepts))
        states = states + self.feed(self.feed_norm(states))
        narrow = self.narrow(self.narrow_norm(states))
        return F.linear(narrow, self.tokens.weight, self.vocabulary_bias)


def batch():
    ids = torch.randint(3, VOCABULARY, (TEXTS, TOKENS))
    order = torch.rand(TEXTS, TOKENS).argsort(1)
    hidden_at, at = order[:, :MASKED], order[:, MASKED:].sort(1).values
    return ids.gather(1, at), at, ids.gather(1, hidden_at), hidden_at


def main():
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", len(os.sched_getaffinity(0)))))
    torch.manual_seed(1)
    model = Model()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, weight_decay=0.01)
    line = "step"
    while line == "step":
        start = time.perf_counter()
        ids, at, hidden, hidden_at = batch()
        logits = model(ids, at, torch.ones_like(hidden), hidden_at)
        loss = F.cross_entropy(logits.view(-1, VOCABULARY), hidden.reshape(-1))
        optimizer.zero_grad()
        loss.backward()
        norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if not math.isfinite(loss.item() + norm.item()):
            sys.exit("not finite")
        print(time.perf_counter() - start, flush=True)
        line = sys.stdin.readline().strip()


if __name__ == "__main__":
    main()
