"""
Reads an output of `mixwell augment` with Python's own tarfile, and Pillow where there is: counts, labels, pictures.
read_back.py OUT. Prints a line of JSON.
"""
import hashlib
import io
import json
import pathlib
import sys
import tarfile

try:
    from PIL import Image
except ImportError:
    Image = None

out = pathlib.Path(sys.argv[1])
manifest = json.loads((out / "manifest.json").read_text())
pictures = decoded = labelled = 0
rows = set()
sizes = set()
worst = 0.0
for shard in manifest["shards"]:
    path = out / shard["name"]
    data = path.read_bytes()
    assert len(data) == shard["bytes"] and hashlib.sha256(data).hexdigest() == shard["sha256"], path
    samples = {}
    with tarfile.open(path) as archive:
        for member in archive:
            key, ending = member.name.split(".", 1)
            samples.setdefault(key, {})[ending] = archive.extractfile(member).read()
    assert len(samples) == shard["pictures"], path
    for key, files in samples.items():
        about = json.loads(files["json"])
        rows.add(about["row"])
        assert int(key) == about["row"], key
        if "shares" in about:
            labelled += 1
            worst = max(worst, abs(sum(about["shares"]) - 1))
            assert int(files["cls"]) == about["classes"][0], key
            assert about["shares"] == sorted(about["shares"], reverse=True), key
        pictures += 1
        ending = next(name for name in files if name in ("jpg", "png", "webp"))
        if Image is not None:
            with Image.open(io.BytesIO(files[ending])) as picture:
                picture.load()
                sizes.add((picture.height, picture.width, picture.mode))
            decoded += 1
assert len(rows) == pictures
report = {"pictures": pictures, "labelled": labelled, "worst": worst, "decoded": decoded, "sizes": sorted(sizes)}
report["pillow"] = Image is not None
print(json.dumps(report))
