"""A picture from a phone is kept upright and as sharp as it was, and says nothing of where and when it was taken."""

import hashlib
import struct
import time
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageStat, PngImagePlugin

from prongsai.portal.files.keeping import path_of
from prongsai.portal.files.pictures import Fault, PictureRefusedError, clean_picture
from prongsai.portal.files.recognising import JPEG, PNG, WEBP, is_heic, recognise
from prongsai.portal.plans.models import Evidence, StepReport

GPS, MAKE, TAKEN, ORIENTATION, EXIF_PART = 0x8825, 0x010F, 0x9003, 0x0112, 0x8769
TURNED_RIGHT = 6
PLACE = {1: "N", 2: (13.0, 45.0, 22.61), 3: "E", 4: (100.0, 30.0, 6.0)}
TELLTALES = (b"Exif", b"GPS", b"PhoneMaker", b"2026:01:15", b"http://ns.adobe.com/xap", b"taken by", b"hidden behind")


def scene(size=(320, 200), mode="RGB"):
    """Something with edges and slopes: the upper left corner is red."""
    picture = Image.linear_gradient("L").resize(size).convert(mode)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 40, 40), fill="red" if mode in {"RGB", "RGBA"} else 255)
    draw.ellipse((120, 60, 220, 160), outline="blue" if mode in {"RGB", "RGBA"} else 128, width=3)
    return picture


def telling(orientation=1):
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION] = "PhoneMaker", orientation
    exif.get_ifd(EXIF_PART)[TAKEN] = "2026:01:15 08:30:00"
    exif.get_ifd(GPS).update(PLACE)
    return exif


def written(picture, form, **settings):
    file = BytesIO()
    picture.save(file, form, **settings)
    return file.getvalue()


def photo(orientation=1, **settings):
    """A JPEG as a phone takes it, with everything that a phone tells, and something hung at its end."""
    about = {"exif": telling(orientation), "comment": b"taken by Somchai", "quality": 88} | settings
    return written(scene(), "JPEG", xmp=b"<x:xmpmeta>GPSLatitude</x:xmpmeta>", **about) + b"hidden behind the end"


def opened(content):
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def difference(one, other):
    """The mean difference of the channel that changed most, 0 to 255; nobody sees one step."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


def test_the_photo_of_these_tests_does_tell_where_it_was_taken():
    assert opened(photo()).getexif().get_ifd(GPS)[2] == PLACE[2]
    assert all(word in photo() for word in TELLTALES)


def test_a_jpeg_says_no_longer_where_when_and_with_what_it_was_taken():
    cleaned = clean_picture(photo(), "image/jpeg")
    assert not dict(opened(cleaned).getexif())
    assert not [word for word in TELLTALES if word in cleaned]


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_neither_does_any_other_picture(form):
    about = PngImagePlugin.PngInfo()
    about.add_text("Comment", "taken by Somchai")
    settings = {"pnginfo": about} if form == "PNG" else {"xmp": b"<x>http://ns.adobe.com/xap</x>"}
    told = written(scene(), form, exif=telling(TURNED_RIGHT), **settings)
    assert b"PhoneMaker" in told
    cleaned = clean_picture(told, f"image/{form.lower()}")
    assert not [word for word in (*TELLTALES, b"EXIF", b"eXIf", b"tEXt", b"XMP ") if word in cleaned]
    assert opened(cleaned).size == (200, 320)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_whichever_way_the_phone_was_held(orientation):
    cleaned = opened(clean_picture(photo(orientation), "image/jpeg"))
    assert cleaned.size == ((320, 200) if orientation < 5 else (200, 320))
    right, bottom = cleaned.width - 20, cleaned.height - 20
    corner = {1: (20, 20), 2: (right, 20), 3: (right, bottom), 4: (20, bottom)}
    corner |= {5: (20, 20), 6: (right, 20), 7: (right, bottom), 8: (20, bottom)}
    red, green, _ = cleaned.getpixel(corner[orientation])
    assert (red > 200, green < 60) == (True, True)


def test_a_jpeg_keeps_its_tables_and_its_sharpness():
    raw = photo(quality=93, subsampling=0)
    cleaned = clean_picture(raw, "image/jpeg")
    assert opened(cleaned).quantization == opened(raw).quantization
    assert difference(opened(cleaned), opened(raw)) < 0.2
    assert len(cleaned) < len(raw) * 1.1


@pytest.mark.parametrize(("quality", "subsampling"), [(100, 0), (100, 2), (30, 0)])
def test_the_most_and_the_least_detailed_photo_are_taken(quality, subsampling):
    """Pressed together further, the first would not fit into the encoder's buffer."""
    rough = Image.merge("RGB", [Image.effect_noise((400, 400), 100) for _ in range(3)])
    raw = written(rough, "JPEG", quality=quality, subsampling=subsampling)
    assert len(clean_picture(raw, "image/jpeg")) < len(raw) * 1.1


def test_cleaning_again_hardly_changes_anything():
    once = clean_picture(photo(TURNED_RIGHT), "image/jpeg")
    assert difference(opened(clean_picture(once, "image/jpeg")), opened(once)) < 1


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGB"])
def test_a_jpeg_of_any_colours_stays_what_it_was(mode):
    raw = written(scene(mode=mode) if mode != "CMYK" else scene().convert("CMYK"), "JPEG", quality=90)
    cleaned = opened(clean_picture(raw, "image/jpeg"))
    assert cleaned.mode == mode
    assert difference(cleaned, opened(raw)) < 1


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_is_exact_in_every_mode(mode):
    picture = Image.new(mode, (30, 20), 7) if mode == "I;16" else scene((30, 20), "RGBA").convert(mode)
    raw = written(picture, "PNG")
    cleaned = opened(clean_picture(raw, "image/png"))
    assert (cleaned.mode, cleaned.size, cleaned.tobytes()) == (opened(raw).mode, (30, 20), opened(raw).tobytes())


def test_a_png_stays_see_through_where_it_was():
    picture = scene((30, 20)).convert("P")
    raw = written(picture, "PNG", transparency=0)
    assert opened(clean_picture(raw, "image/png")).convert("RGBA").tobytes() == opened(raw).convert("RGBA").tobytes()


def test_a_webp_without_loss_stays_without_loss():
    raw = written(scene(mode="RGBA"), "WEBP", lossless=True, exact=True, exif=telling())
    assert opened(clean_picture(raw, "image/webp")).tobytes() == opened(raw).tobytes()


def test_a_webp_with_loss_stays_small_and_sharp():
    raw = written(scene(), "WEBP", quality=80)
    cleaned = clean_picture(raw, "image/webp")
    assert len(cleaned) < len(raw) * 2
    assert difference(opened(cleaned), opened(raw)) < 1.5


def test_colours_are_kept():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for form, kind in (("JPEG", JPEG), ("PNG", PNG), ("WEBP", WEBP)):
        cleaned = clean_picture(written(scene(), form, icc_profile=profile), kind.media_type)
        assert opened(cleaned).info["icc_profile"] == profile


def png_that_claims(width, height):
    def part(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0")) + part(b"IEND", b"")


@pytest.mark.parametrize("size", [(8000, 8000), (10_000, 10_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_small_file_that_unfolds_into_a_huge_picture_is_refused_before_it_is_unfolded(size):
    begun = time.perf_counter()
    with pytest.raises(PictureRefusedError) as refused:
        clean_picture(png_that_claims(*size), "image/png")
    assert refused.value.fault is Fault.TOO_LARGE
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_a_moving_picture_is_refused(form):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    raw = written(frames[0], form, save_all=True, append_images=frames[1:])
    with pytest.raises(PictureRefusedError) as refused:
        clean_picture(raw, f"image/{form.lower()}")
    assert refused.value.fault is Fault.MOVING


def test_the_second_picture_that_a_camera_hides_in_a_jpeg_is_left_behind():
    raw = written(scene(), "MPO", save_all=True, append_images=[scene((64, 64)).rotate(180)])
    assert recognise(raw) is JPEG
    cleaned = clean_picture(raw, "image/jpeg")
    assert cleaned.count(b"\xff\xd8\xff") == 1
    assert opened(cleaned).format == "JPEG"


def test_a_picture_with_a_broken_exif_is_taken_as_it_lies():
    raw = photo(TURNED_RIGHT)
    broken = raw.replace(b"Exif\x00\x00MM\x00*", b"Exif\x00\x00XX\x00*")
    assert broken != raw
    assert opened(clean_picture(broken, "image/jpeg")).size == (320, 200)


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow tells of a broken EXIF and goes on
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_file_that_is_cut_off_or_spoilt_is_refused_and_nothing_else_happens(form):
    whole = written(scene(), form)
    cuts = [whole[:length] for length in range(4, len(whole), len(whole) // 40)]
    spoilt = [whole[:a] + bytes([whole[a] ^ 0xFF]) + whole[a + 1 :] for a in range(3, len(whole), len(whole) // 40)]
    for content in (*cuts, *spoilt):
        with suppress(PictureRefusedError):
            opened(clean_picture(content, f"image/{form.lower()}"))


@pytest.mark.parametrize("brand", [b"heic", b"mif1"])
def test_a_heic_is_known_by_its_content(brand):
    assert is_heic(b"\x00\x00\x00\x18ftyp" + brand + b"\x00" * 20)
    assert not is_heic(b"\x00\x00\x00\x18ftypavif")


def report(player, step, **files):
    address = f"/office/town/plans/2569/steps/{step.pk}/report/"
    return player.post(address, {"text": "ทำแล้ว", "finished": "on", **files})


@pytest.mark.django_db
def test_what_is_stored_hashed_and_handed_out_is_the_cleaned_picture(contributor, step):
    raw = photo(TURNED_RIGHT)
    assert report(contributor, step, pictures=SimpleUploadedFile("IMG_0001.JPG", raw)).status_code == 302
    evidence = Evidence.objects.get()
    kept = path_of(evidence.sha256).read_bytes()
    assert evidence.sha256 == hashlib.sha256(kept).hexdigest() != hashlib.sha256(raw).hexdigest()
    assert (evidence.size, evidence.name, opened(kept).size) == (len(kept), "IMG_0001.jpg", (200, 320))
    served = b"".join(contributor.get(f"/office/town/plans/evidence/{evidence.pk}/").streaming_content)
    assert served == kept
    assert not [word for word in TELLTALES if word in served]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("IMG_1.HEIC", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 20, "IMG_1.HEIC เป็นภาพ HEIC"),
        ("half.jpg", photo()[:900], "half.jpg เปิดเป็นภาพไม่ได้"),
        ("bomb.png", png_that_claims(60_000, 60_000), "bomb.png มีจุดภาพเกิน 50 ล้านจุด"),
        (
            "move.png",
            written(scene((9, 9)), "PNG", save_all=True, append_images=[Image.new("RGB", (9, 9))]),
            "move.png เป็นภาพเคลื่อนไหว",
        ),
    ],
)
def test_a_picture_that_cannot_be_taken_is_named_with_what_to_do(contributor, step, name, content, said):
    response = report(contributor, step, pictures=SimpleUploadedFile(name, content))
    assert said in response.content.decode()
    assert "ทำแล้ว" in response.content.decode()
    assert not StepReport.objects.exists()


@pytest.mark.django_db
def test_documents_stay_as_they_were_brought(contributor, step):
    pdf = b"%PDF-1.7 as it was"
    report(contributor, step, documents=SimpleUploadedFile("a.pdf", pdf))
    assert path_of(Evidence.objects.get().sha256).read_bytes() == pdf


def test_a_photo_of_twelve_megapixels_takes_a_moment_only():
    raw = written(scene((4000, 3000)), "JPEG", quality=90, exif=telling(TURNED_RIGHT))
    begun = time.perf_counter()
    clean_picture(raw, "image/jpeg")
    assert time.perf_counter() - begun < 10
