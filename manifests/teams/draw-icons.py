#!/usr/bin/env python3
"""Draws color.png (192 x 192) and outline.png (32 x 32): two speech bubbles joined by a bridge. Standard library only."""
import struct
import zlib
from pathlib import Path

SAMPLES = 4  # each pixel is the mean of SAMPLES x SAMPLES points, so that edges are smooth


def rounded(x, y, left, top, right, bottom, radius):
    """Whether the point lies in a rectangle with round corners; all lengths are shares of the icon's side."""
    dx = max(left + radius - x, 0, x - (right - radius))
    dy = max(top + radius - y, 0, y - (bottom - radius))
    return left <= x <= right and top <= y <= bottom and dx * dx + dy * dy <= radius * radius


def tail(x, y, tip_x, tip_y, width, height):
    """Whether the point lies in the triangle under a bubble."""
    up = tip_y - y
    return 0 <= up <= height and abs(x - tip_x) <= width * up / height


def left_bubble(x, y, grow=0.0):
    return rounded(x, y, 0.14 - grow, 0.20 - grow, 0.56 + grow, 0.56 + grow, 0.10 + grow) or tail(x, y, 0.30, 0.68 + grow, 0.08 + grow, 0.14)


def right_bubble(x, y, grow=0.0):
    return rounded(x, y, 0.44 - grow, 0.40 - grow, 0.86 + grow, 0.76 + grow, 0.10 + grow) or tail(x, y, 0.70, 0.88 + grow, 0.08 + grow, 0.14)


def color_at(x, y):
    if right_bubble(x, y):
        return (255, 255, 255, 255)
    if left_bubble(x, y) and not right_bubble(x, y, 0.03):
        return (244, 178, 62, 255)
    return (15, 92, 110, 255)


def outline_at(x, y):
    line = 0.035
    right = right_bubble(x, y, line) and not right_bubble(x, y, -line)
    left = left_bubble(x, y, line) and not left_bubble(x, y, -line) and not right_bubble(x, y, line * 2)
    return (255, 255, 255, 255) if right or left else (255, 255, 255, 0)


def pixel(at, px, py, side):
    points = [at((px + (i + 0.5) / SAMPLES) / side, (py + (j + 0.5) / SAMPLES) / side) for j in range(SAMPLES) for i in range(SAMPLES)]
    return bytes(round(sum(point[channel] for point in points) / len(points)) for channel in range(4))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write_png(path, side, at):
    rows = b"".join(b"\0" + b"".join(pixel(at, x, y, side) for x in range(side)) for y in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


here = Path(__file__).parent
write_png(here / "color.png", 192, color_at)
write_png(here / "outline.png", 32, outline_at)
