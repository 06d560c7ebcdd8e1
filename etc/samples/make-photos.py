#!/usr/bin/env python3
"""Paints the two sample photographs, with the metadata of a telephone (camera, place): what a hub must take out before it shows them.
Needs Pillow and NumPy (Debian: python3-pil python3-numpy). No picture of anybody, and none taken from anybody."""
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

W, H = 1600, 1067
rng = np.random.default_rng(2012)


def noise(scale: int, strength: float) -> np.ndarray:
    small = rng.normal(0, 1, (H // scale + 2, W // scale + 2))
    picture = Image.fromarray(small.astype(np.float32)).resize((W, H), Image.BICUBIC)
    return np.asarray(picture)[..., None] * strength


def gradient(top, bottom) -> np.ndarray:
    t = np.linspace(0, 1, H)[:, None, None] ** 1.1
    return np.broadcast_to(np.array(top) * (1 - t) + np.array(bottom) * t, (H, W, 3)).astype(np.float32)


def blend(base: np.ndarray, layer: Image.Image) -> np.ndarray:
    rgba = np.asarray(layer, dtype=np.float32)
    a = rgba[..., 3:] / 255
    return base * (1 - a) + rgba[..., :3] * a


def layer() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGBA", (W, H), (0, 0, 0, 0))
    return image, ImageDraw.Draw(image)


def leaves(draw, x, y, spread, count, colours, size):
    for _ in range(count):
        px, py = rng.normal(x, spread), rng.normal(y, spread * 0.55)
        s = rng.uniform(size * 0.4, size)
        c = colours[rng.integers(len(colours))]
        shade = rng.uniform(0.75, 1.15)
        fill = tuple(int(min(255, v * shade)) for v in c) + (int(rng.uniform(120, 235)),)
        draw.ellipse([px - s, py - s * 0.6, px + s, py + s * 0.6], fill=fill)


def light(picture: np.ndarray, x: float, y: float, radius: float, colour, strength: float) -> np.ndarray:
    yy, xx = np.mgrid[0:H, 0:W]
    d = np.exp(-(((xx - x) / radius) ** 2 + ((yy - y) / radius) ** 2))[..., None]
    return picture + d * np.array(colour) * strength


def finish(picture: np.ndarray, name: str, gps) -> None:
    yy, xx = np.mgrid[0:H, 0:W]
    corner = 1 - 0.32 * (((xx - W / 2) / (W / 2)) ** 2 + ((yy - H / 2) / (H / 2)) ** 2)[..., None] / 2
    picture = picture * corner + rng.normal(0, 3.2, (H, W, 1)) + noise(3, 1.6)
    image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0132] = "Exemple", "Telephone d'exemple", "2026:09:12 17:42:08"
    exif[0x0112] = 1
    north, east = gps
    exif[0x8825] = {1: "N", 2: north, 3: "E", 4: east, 29: "2026:09:12"}
    image.save(Path(__file__).with_name(name), quality=80, exif=exif, progressive=True, optimize=True)
    print(name, Path(__file__).with_name(name).stat().st_size // 1024, "KB")


def garden() -> None:
    picture = gradient((236, 214, 178), (120, 138, 92))
    picture = light(picture, 1180, 210, 430, (255, 214, 140), 0.55)
    houses, draw = layer()
    x = -40
    while x < W:
        width, top = int(rng.uniform(130, 230)), int(rng.uniform(170, 300))
        tone = int(rng.uniform(150, 195))
        draw.rectangle([x, top, x + width, 620], fill=(tone + 22, tone + 4, tone - 22, 235))
        draw.polygon([(x - 6, top), (x + width + 6, top), (x + width - 20, top - 48), (x + 20, top - 48)], fill=(112, 118, 132, 235))
        for wy in range(top + 30, 560, 74):
            for wx in range(x + 22, x + width - 30, 52):
                draw.rectangle([wx, wy, wx + 24, wy + 44], fill=(94, 92, 96, 190))
        x += width + 4
    picture = blend(picture, houses.filter(ImageFilter.GaussianBlur(9)))
    trees, draw = layer()
    greens = [(96, 128, 62), (122, 152, 74), (74, 104, 58), (150, 168, 86)]
    for tx, ty, spread in ((130, 400, 120), (420, 470, 80), (1430, 390, 150), (1040, 500, 70), (760, 510, 60)):
        draw.rectangle([tx - 11, ty, tx + 11, 690], fill=(86, 66, 48, 240))
        leaves(draw, tx, ty, spread, 900, greens, 17)
    picture = blend(picture, trees.filter(ImageFilter.GaussianBlur(3)))
    ground, draw = layer()
    draw.rectangle([0, 640, W, H], fill=(124, 132, 78, 255))
    draw.polygon([(650, 640), (760, 640), (1120, H), (420, H)], fill=(196, 176, 140, 255))
    picture = blend(picture, ground.filter(ImageFilter.GaussianBlur(6))) + noise(7, 5) + noise(40, 5)
    beds, draw = layer()
    flowers = [(206, 72, 66), (236, 178, 62), (232, 226, 214), (178, 92, 150), (226, 120, 70)]
    for (bx, by, bw, bh) in ((60, 700, 430, 70), (980, 690, 470, 70), (20, 850, 430, 120), (1160, 840, 420, 120)):
        draw.polygon([(bx, by + bh), (bx + bw, by + bh), (bx + bw - 26, by), (bx + 26, by)], fill=(74, 56, 42, 255))
        draw.rectangle([bx, by + bh, bx + bw, by + bh + 26], fill=(150, 112, 74, 255))
        for i in range(26, bw - 20, 13):
            leaves(draw, bx + i, by + bh * 0.45, 15, 34, greens, 8)
            if rng.random() < 0.75:
                leaves(draw, bx + i, by + bh * 0.2, 12, 9, [flowers[rng.integers(len(flowers))]], 6)
    draw.ellipse([1060, 590, 1150, 680], fill=(88, 96, 104, 255))
    draw.rectangle([1060, 630, 1150, 700], fill=(88, 96, 104, 255))
    picture = blend(picture, beds.filter(ImageFilter.GaussianBlur(1.2)))
    picture = light(picture, 1180, 260, 620, (255, 196, 110), 0.22)
    finish(picture, "photo-jardin.jpg", ((48.0, 52.0, 21.4), (2.0, 22.0, 40.8)))


def room() -> None:
    picture = gradient((226, 214, 196), (176, 150, 122))
    back, draw = layer()
    draw.rectangle([0, 0, W, 610], fill=(222, 212, 194, 255))
    for wx in (110, 470, 830):
        draw.rectangle([wx, 90, wx + 270, 480], fill=(244, 240, 226, 255))
        draw.rectangle([wx, 300, wx + 270, 480], fill=(188, 202, 160, 150))
        draw.line([wx + 135, 90, wx + 135, 480], fill=(206, 196, 180, 255), width=10)
        draw.line([wx, 270, wx + 270, 270], fill=(206, 196, 180, 255), width=10)
        draw.rectangle([wx - 8, 82, wx + 278, 488], outline=(198, 186, 168, 255), width=14)
    draw.rectangle([1200, 110, 1530, 440], fill=(250, 248, 240, 255), outline=(150, 138, 122, 255), width=9)
    for i, colour in enumerate([(255, 214, 92), (255, 166, 176), (150, 214, 170), (156, 190, 250)] * 4):
        nx, ny = 1224 + (i % 4) * 76 + int(rng.uniform(-7, 7)), 132 + (i // 4) * 74 + int(rng.uniform(-7, 7))
        draw.rectangle([nx, ny, nx + 54, ny + 52], fill=colour + (255,))
        for k in range(3):
            draw.line([nx + 8, ny + 13 + k * 12, nx + 8 + int(rng.uniform(18, 40)), ny + 13 + k * 12], fill=(70, 60, 84, 200), width=3)
    picture = blend(picture, back.filter(ImageFilter.GaussianBlur(4)))
    for wx in (245, 605, 965):
        picture = light(picture, wx, 260, 260, (255, 238, 196), 0.32)
    floor, draw = layer()
    draw.rectangle([0, 600, W, H], fill=(158, 118, 84, 255))
    for i in range(-12, 40):
        draw.line([W / 2 + (i - 13) * 60, 600, W / 2 + (i - 13) * 190, H], fill=(138, 100, 70, 255), width=4)
    for wx in (160, 560, 960):
        draw.polygon([(wx, 640), (wx + 230, 640), (wx + 400, H), (wx + 20, H)], fill=(238, 200, 150, 62))
    picture = blend(picture, floor.filter(ImageFilter.GaussianBlur(5))) + noise(9, 3)
    tables, draw = layer()
    for (cx, cy, r, cloth) in ((330, 700, 165, (244, 238, 226)), (1240, 690, 160, (242, 226, 190)), (790, 850, 235, (248, 242, 232))):
        for k in range(7):
            angle = k / 7 * 2 * np.pi + 0.3
            sx, sy = cx + np.cos(angle) * r * 1.3, cy + np.sin(angle) * r * 0.56
            s = r * 0.2
            draw.rounded_rectangle([sx - s, sy - s * 1.7, sx + s, sy + s * 0.15], 9, fill=(96, 72, 54, 255))
            draw.ellipse([sx - s, sy - s * 0.35, sx + s, sy + s * 0.5], fill=(120, 88, 62, 255))
        draw.ellipse([cx - r, cy - r * 0.36 + 26, cx + r, cy + r * 0.36 + 40], fill=(70, 50, 36, 130))
        draw.ellipse([cx - r, cy - r * 0.38, cx + r, cy + r * 0.38], fill=cloth + (255,))
        for _ in range(26):
            a, d = rng.uniform(0, 2 * np.pi), rng.uniform(0.1, 0.72)
            px, py = cx + np.cos(a) * r * d, cy + np.sin(a) * r * 0.36 * d
            ink = [(90, 60, 130), (190, 70, 70), (50, 110, 90), (70, 90, 170)][rng.integers(4)]
            draw.line([px, py, px + rng.uniform(-30, 30), py + rng.uniform(-8, 8)], fill=ink + (210,), width=3)
        for k in range(4):
            px, py = cx + r * 0.5 * np.cos(k * 1.7), cy + r * 0.2 * np.sin(k * 1.7)
            draw.ellipse([px - 13, py - 16, px + 13, py + 8], fill=(252, 250, 246, 255), outline=(176, 164, 150, 255), width=2)
            draw.ellipse([px - 9, py - 13, px + 9, py - 3], fill=(96, 62, 40, 255))
    picture = blend(picture, tables.filter(ImageFilter.GaussianBlur(1.6)))
    picture = light(picture, 600, 480, 900, (255, 226, 176), 0.16)
    finish(picture, "photo-salle.jpg", ((48.0, 51.0, 57.6), (2.0, 23.0, 10.2)))


garden()
room()
