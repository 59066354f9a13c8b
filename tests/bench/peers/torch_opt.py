# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains, and lets write, a small OPT in Python PyTorch, for tests/bench/compare: tokens a second of processor time.

usage: torch_opt.py train|generate [THREADS] [BATCH]

With Hugging Face transformers where python3 has it, else with plain PyTorch and autograd written here, in the same
shapes: one line on stderr says which. Generation is beam search with five beams and a cache that is reordered each
step; the end of text is never written.
"""
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

VOCABULARY, HIDDEN, LAYERS, HEADS, FFN, POSITIONS, BLOCK, BEAMS = 4096, 192, 4, 6, 768, 128, 64, 5

try:
    import transformers
except ImportError:
    transformers = None


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN), nn.LayerNorm(HIDDEN)
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, FFN), nn.Linear(FFN, HIDDEN)

    def forward(self, x, past):
        q, k, v = (
            part.view(x.shape[0], x.shape[1], HEADS, -1).transpose(1, 2)
            for part in self.qkv(self.norm1(x)).chunk(3, -1)
        )
        if past is not None:
            k, v = torch.cat((past[0], k), 2), torch.cat((past[1], v), 2)
        scores = q @ k.transpose(2, 3) / (HIDDEN // HEADS) ** 0.5
        if x.shape[1] > 1:
            future = torch.ones(x.shape[1], k.shape[2], dtype=torch.bool).triu(1)
            scores = scores.masked_fill(future, float("-inf"))
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(x.shape)
        x = x + F.dropout(self.out(mixed), 0.1, self.training)
        x = x + F.dropout(self.down(F.relu(self.up(self.norm2(x)))), 0.1, self.training)
        return x, (k, v)


class Opt(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens, self.positions = nn.Embedding(VOCABULARY, HIDDEN), nn.Embedding(POSITIONS + 2, HIDDEN)
        for table in (self.tokens, self.positions):
            nn.init.normal_(table.weight, 0, 0.02)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.norm = nn.LayerNorm(HIDDEN)

    def forward(self, ids, past=None, first=0):
        x = self.tokens(ids) + self.positions(torch.arange(first, first + ids.shape[1]) + 2)
        cache = []
        for i, block in enumerate(self.blocks):
            x, kept = block(x, None if past is None else past[i])
            cache.append(kept)
        return self.norm(x), cache

    def logits(self, hidden):
        return hidden @ self.tokens.weight.T

    def loss(self, ids):
        logits = self.logits(self(ids)[0][:, :-1])
        return F.cross_entropy(logits.reshape(-1, VOCABULARY), ids[:, 1:].reshape(-1))

    def write(self, prompts):
        n = len(prompts)
        hidden, cache = self(prompts)
        cache = [[part.repeat_interleave(BEAMS, 0) for part in kept] for kept in cache]
        scores = torch.full((n, BEAMS), -1e9)
        scores[:, 0] = 0
        last = hidden[:, -1].repeat_interleave(BEAMS, 0)
        texts = prompts.repeat_interleave(BEAMS, 0)
        for step in range(BLOCK):
            log = self.logits(last).log_softmax(-1).view(n, BEAMS, -1) + scores[:, :, None]
            best, places = log.view(n, -1).topk(2 * BEAMS)
            scores, parents = best[:, :BEAMS], places[:, :BEAMS] // VOCABULARY
            rows = (parents + torch.arange(n)[:, None] * BEAMS).view(-1)
            ids = (places[:, :BEAMS] % VOCABULARY).reshape(-1, 1)
            texts = torch.cat((texts[rows], ids), 1)
            cache = [[part[rows] for part in kept] for kept in cache]
            hidden, cache = self(ids, cache, BLOCK + step)
            last = hidden[:, -1]
        return texts


class TransformersOpt(nn.Module):
    def __init__(self):
        super().__init__()
        config = transformers.OPTConfig(
            vocab_size=VOCABULARY, hidden_size=HIDDEN, word_embed_proj_dim=HIDDEN, num_hidden_layers=LAYERS,
            num_attention_heads=HEADS, ffn_dim=FFN, max_position_embeddings=POSITIONS, dropout=0.1,
        )
        self.model = transformers.OPTForCausalLM(config)

    def loss(self, ids):
        return self.model(input_ids=ids, labels=ids).loss

    def write(self, prompts):
        return self.model.generate(
            prompts, attention_mask=torch.ones_like(prompts), num_beams=BEAMS, max_new_tokens=BLOCK,
            min_new_tokens=BLOCK, do_sample=False,
        )


def train(model, batch):
    optimiser = torch.optim.AdamW(model.parameters(), 2e-5)
    blocks = torch.randint(3, VOCABULARY, (batch, BLOCK))
    model.train()
    for _ in range(16):
        loss = model.loss(blocks)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1)
        optimiser.step()
    return 16 * blocks.numel()


def generate(model, batch):
    model.eval()
    with torch.no_grad():
        model.write(torch.randint(3, VOCABULARY, (batch, BLOCK)))
    return batch * BLOCK


def main():
    torch.manual_seed(1)
    torch.set_num_threads(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    batch = int(sys.argv[3]) if len(sys.argv) > 3 else 16
    model = TransformersOpt() if transformers else Opt()
    print("peer:", f"transformers {transformers.__version__}" if transformers else "plain PyTorch", torch.__version__,
          file=sys.stderr)
    work = train if sys.argv[1] == "train" else generate
    work(model, batch)
    rates = []
    for _ in range(3):
        start = time.process_time()
        tokens = work(model, batch)
        rates.append(tokens / (time.process_time() - start))
    print(sorted(rates)[1])


main()
