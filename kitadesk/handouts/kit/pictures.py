"""Pictures for papers: checked, made small, set on white; only bytes from the own file come here.

A printer shows no more than 200 dpi of a grey or coloured picture; a photograph as it comes from a
telephone would make a run of letters heavy (trap R11).
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from kitadesk.base.errors import UserError

DPI = 200
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
MOST_PIXELS = 60_000_000
"""More than any telephone takes; a file that claims more would fill the memory."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture and the size it is drawn in, in points."""

    reader: ImageReader
    width: float
    height: float


@lru_cache(maxsize=16)
def picture(data: bytes, most_width: float, most_height: float) -> Picture:
    """Decode a picture and fit it into a box, its sides in proportion.

    Raises UserError ``logo_not_readable`` for what is no picture, is broken or far too large.
    """
    dots = (max(round(most_width / 72 * DPI), 1), max(round(most_height / 72 * DPI), 1))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            pixels = _decoded(data, dots)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise UserError("logo_not_readable") from error
    scale = min(most_width / pixels.width, most_height / pixels.height)
    return Picture(ImageReader(pixels), pixels.width * scale, pixels.height * scale)


def _decoded(data: bytes, dots: tuple[int, int]) -> Image.Image:
    """The picture upright, on white, in so many dots at most; grey where it has no colour."""
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("more pixels than any picture needs")
        image.draft("RGB", dots)
        image.load()
        upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        seen = upright.convert("RGBA")
        pixels = Image.new("RGB", seen.size, "white")
        pixels.paste(seen, mask=seen.getchannel("A"))
    else:
        pixels = upright.convert("L" if upright.mode in {"1", "L"} else "RGB")
    pixels.thumbnail(dots)
    return pixels
