# SPDX-License-Identifier: GPL-3.0-or-later
"""What Python does on the same card, for tests/gpu/bench.

usage: peer.py peak|tflops|train|generate [DEVICE]

peak: a large copy and large products, the two ceilings. train: transformers' OPT-125m shape in bf16 autocast with
fused AdamW, as its Trainer computes a step, at several batches. generate: generate(num_beams=5), at several batches.
"""
import statistics
import sys
import time

import torch

what, device = sys.argv[1], torch.device(sys.argv[2] if len(sys.argv) > 2 else "cuda")


def seconds(work, repeats):
    """Median of several runs, the device waited for."""
    times = []
    for _ in range(repeats):
        torch.cuda.synchronize(device)
        start = time.perf_counter()
        work()
        torch.cuda.synchronize(device)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def tflops(dtype, n=8192):
    a, b = (torch.randn(n, n, device=device, dtype=dtype) for _ in range(2))
    for _ in range(3):
        a @ b
    return 2 * n**3 / seconds(lambda: a @ b, 20) / 1e12


def model():
    from transformers import OPTConfig, OPTForCausalLM

    torch.manual_seed(1)
    return OPTForCausalLM(OPTConfig()).to(device)


def train():
    for batch in (16, 64, 256):
        net = model().train()
        adam = torch.optim.AdamW(net.parameters(), lr=2e-5, fused=True)
        ids = torch.randint(3, 50272, (batch, 64), device=device)

        def step():
            with torch.autocast("cuda", dtype=torch.bfloat16):
                loss = net(input_ids=ids, labels=ids).loss
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            adam.step()
            adam.zero_grad(set_to_none=True)

        for _ in range(5):
            step()
        print(f"transformers training, bf16 autocast, {batch} blocks: {batch * 64 / seconds(step, 20):12.0f} tokens/s")


def generate():
    net = model().eval()
    for dtype in (torch.float32, torch.bfloat16):
        net = net.to(dtype)
        for batch in (64, 256):
            ids = torch.randint(3, 50272, (batch, 64), device=device)
            write = lambda: net.generate(ids, attention_mask=torch.ones_like(ids), num_beams=5, max_new_tokens=64,
                                         min_new_tokens=64, do_sample=False, pad_token_id=1)
            with torch.inference_mode():
                write()
                speed = batch * 64 / seconds(write, 2)
            print(f"transformers generate(num_beams=5), {dtype}, {batch} prompts: {speed:12.0f} tokens/s")


if what == "tflops":
    print(f"{tflops(torch.bfloat16):.0f}")
elif what == "peak":
    x = torch.empty(1 << 30, device=device)
    y = torch.empty_like(x)
    print(f"{torch.cuda.get_device_name(device)}: copy {8 * (1 << 30) / seconds(lambda: y.copy_(x), 20) / 1e12:.2f} TB/s, "
          f"bf16 {tflops(torch.bfloat16):.0f} TFLOP/s, fp32 {tflops(torch.float32):.0f} TFLOP/s")
else:
    {"train": train, "generate": generate}[what]()
