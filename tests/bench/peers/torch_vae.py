# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the image family's networks in Python PyTorch, for tests/bench/compare: images a second of processor time.

usage: torch_vae.py dense|convolutional IMAGES
"""
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(1)


class Dense(nn.Module):
    def __init__(self, hidden=256, latent=20):
        super().__init__()
        self.inward, self.outward = nn.Linear(784, hidden), nn.Linear(hidden, 784)
        self.mean, self.log_variance = nn.Linear(hidden, latent), nn.Linear(hidden, latent)
        self.back = nn.Linear(latent, hidden)

    def encode(self, x):
        return F.relu(self.inward(x.flatten(1)))

    def decode(self, z):
        return torch.sigmoid(self.outward(F.relu(self.back(z)))).view(-1, 1, 28, 28)


class Convolutional(nn.Module):
    def __init__(self, latent=20):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 64, 4, 2, 1), nn.Conv2d(64, 128, 4, 2, 1)
        self.mean, self.log_variance = nn.Linear(6272, latent), nn.Linear(6272, latent)
        self.back = nn.Linear(latent, 6272)
        self.deconv2, self.deconv1 = nn.ConvTranspose2d(128, 64, 4, 2, 1), nn.ConvTranspose2d(64, 1, 4, 2, 1)

    def encode(self, x):
        return F.relu(self.conv2(F.relu(self.conv1(x)))).flatten(1)

    def decode(self, z):
        return torch.sigmoid(self.deconv1(F.relu(self.deconv2(self.back(z).view(-1, 128, 7, 7)))))


def loss_of(model, x):
    hidden = model.encode(x)
    mean, log_variance = model.mean(hidden), model.log_variance(hidden)
    z = mean + torch.randn_like(mean) * torch.exp(0.5 * log_variance)
    kl = -0.5 * torch.sum(1 + log_variance - mean**2 - log_variance.exp())
    return F.binary_cross_entropy(model.decode(z), x, reduction="sum") + kl


def epoch(model, optimiser, images, batch=256):
    order = torch.randperm(len(images))
    for first in range(0, len(images), batch):
        loss = loss_of(model, images[order[first : first + batch]])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()


def main():
    model = Dense() if sys.argv[1] == "dense" else Convolutional()
    images = torch.rand(int(sys.argv[2]), 1, 28, 28)
    optimiser = torch.optim.Adam(model.parameters(), 1e-3, weight_decay=1e-5)
    epoch(model, optimiser, images)
    rates = []
    for _ in range(3):
        start = time.process_time()
        epoch(model, optimiser, images)
        rates.append(len(images) / (time.process_time() - start))
    print(sorted(rates)[1])


main()
