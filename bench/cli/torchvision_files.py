"""Pictures to disk by torchvision on the CPU: torchvision_files.py IN OUT SIDE QUALITY. Prints the seconds."""
import multiprocessing
import pathlib
import sys
import time

import torch
from PIL import Image
from torchvision.transforms import v2

folder, out, side, quality = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
BATCH = 64
PROCESSES = 2
augment = v2.Compose([v2.Resize(side), v2.CenterCrop(side), v2.RandAugment(), v2.PILToTensor()])
cutmix = v2.CutMix(num_classes=10)


def make(batch):
    number, paths = batch
    torch.set_num_threads(1)
    pictures = torch.stack([augment(Image.open(path).convert("RGB")) for path in paths])
    labels = torch.arange(len(paths)) % 10
    mixed, _ = cutmix(pictures, labels) if len(paths) > 1 else (pictures, labels)
    for i, picture in enumerate(mixed):
        Image.fromarray(picture.permute(1, 2, 0).numpy()).save(out / f"{number * BATCH + i}.jpg", quality=quality)
    return len(paths)


if __name__ == "__main__":
    paths = sorted(path for path in pathlib.Path(folder).rglob("*") if path.suffix in (".png", ".jpg"))
    batches = [(i // BATCH, paths[i : i + BATCH]) for i in range(0, len(paths), BATCH)]
    with multiprocessing.Pool(PROCESSES) as pool:
        pool.map(abs, range(PROCESSES))
        start = time.perf_counter()
        made = sum(pool.imap_unordered(make, batches, chunksize=1))
        print(time.perf_counter() - start)
    assert made == len(paths)
