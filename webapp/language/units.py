"""Units and currencies that are written in Latin letters or symbols but read in Chinese."""

from __future__ import annotations

import re
from typing import NamedTuple


class Unit(NamedTuple):
    """How a unit is read (numbered pinyin) and what it is called in English."""

    reading: str
    gloss: str


_TABLE = """
km gong1 li3 = kilometre | m mi3 = metre | dm fen1 mi3 = decimetre | cm li2 mi3 = centimetre
mm hao2 mi3 = millimetre | μm wei1 mi3 = micrometre | um wei1 mi3 = micrometre | nm na4 mi3 = nanometre
m² ping2 fang1 mi3 = square metre | m2 ping2 fang1 mi3 = square metre | ㎡ ping2 fang1 mi3 = square metre
km² ping2 fang1 gong1 li3 = square kilometre | km2 ping2 fang1 gong1 li3 = square kilometre
cm² ping2 fang1 li2 mi3 = square centimetre | mm² ping2 fang1 hao2 mi3 = square millimetre
cm2 ping2 fang1 li2 mi3 = square centimetre | ha gong1 qing3 = hectare
m³ li4 fang1 mi3 = cubic metre | m3 li4 fang1 mi3 = cubic metre | ㎥ li4 fang1 mi3 = cubic metre
cm³ li4 fang1 li2 mi3 = cubic centimetre | cm3 li4 fang1 li2 mi3 = cubic centimetre | cc hao2 sheng1 = millilitre
kg gong1 jin1 = kilogram | ㎏ gong1 jin1 = kilogram | g ke4 = gram | mg hao2 ke4 = milligram
μg wei1 ke4 = microgram | ug wei1 ke4 = microgram | t dun1 = tonne | lb bang4 = pound | oz ang4 si1 = ounce
L sheng1 = litre | l sheng1 = litre | mL hao2 sheng1 = millilitre | ml hao2 sheng1 = millilitre
ML hao2 sheng1 = millilitre | dL fen1 sheng1 = decilitre
KM gong1 li3 = kilometre | CM li2 mi3 = centimetre | MM hao2 mi3 = millimetre | KG gong1 jin1 = kilogram
Km gong1 li3 = kilometre | Kg gong1 jin1 = kilogram | ㎞ gong1 li3 = kilometre | ㎝ li2 mi3 = centimetre
㎜ hao2 mi3 = millimetre | ㎎ hao2 ke4 = milligram | ㏄ hao2 sheng1 = millilitre
in ying1 cun4 = inch | inch ying1 cun4 = inch | ft ying1 chi3 = foot
km/h gong1 li3 mei3 xiao3 shi2 = kilometres per hour | m/s mi3 mei3 miao3 = metres per second
km/s gong1 li3 mei3 miao3 = kilometres per second | m/s² mi3 mei3 er4 ci4 fang1 miao3 = metres per second squared
mph ying1 li3 mei3 xiao3 shi2 = miles per hour | rpm zhuan4 mei3 fen1 zhong1 = revolutions per minute
r/min zhuan4 mei3 fen1 zhong1 = revolutions per minute | fps zhen1 mei3 miao3 = frames per second
g/cm³ ke4 mei3 li4 fang1 li2 mi3 = grams per cubic centimetre | kg/m³ qian1 ke4 mei3 li4 fang1 mi3 = kilograms per cubic metre
μg/m³ wei1 ke4 mei3 li4 fang1 mi3 = micrograms per cubic metre | mg/m³ hao2 ke4 mei3 li4 fang1 mi3 = milligrams per cubic metre
mg/L hao2 ke4 mei3 sheng1 = milligrams per litre | g/L ke4 mei3 sheng1 = grams per litre
mmol/L hao2 mo2 er3 mei3 sheng1 = millimoles per litre | mol mo2 er3 = mole
h xiao3 shi2 = hour | min fen1 zhong1 = minute | s miao3 = second | ms hao2 miao3 = millisecond
μs wei1 miao3 = microsecond | ns na4 miao3 = nanosecond
℃ she4 shi4 du4 = degrees Celsius | °C she4 shi4 du4 = degrees Celsius | ºC she4 shi4 du4 = degrees Celsius
℉ hua2 shi4 du4 = degrees Fahrenheit | °F hua2 shi4 du4 = degrees Fahrenheit
° du4 = degree | º du4 = degree | ′ fen1 = minute of arc | ″ miao3 = second of arc
W wa3 = watt | kW qian1 wa3 = kilowatt | KW qian1 wa3 = kilowatt | MW zhao4 wa3 = megawatt | GW ji2 wa3 = gigawatt
kWh qian1 wa3 shi2 = kilowatt-hour | kW·h qian1 wa3 shi2 = kilowatt-hour | Wh wa3 shi2 = watt-hour
V fu2 = volt | kV qian1 fu2 = kilovolt | mV hao2 fu2 = millivolt | mA hao2 an1 = milliampere
mAh hao2 an1 shi2 = milliampere-hour | Ω ou1 mu3 = ohm | J jiao1 er3 = joule | kJ qian1 jiao1 = kilojoule
N niu2 dun4 = newton | kN qian1 niu2 = kilonewton | kcal qian1 ka3 = kilocalorie | cal ka3 = calorie
Hz he4 zi1 = hertz | kHz qian1 he4 = kilohertz | MHz zhao4 he4 = megahertz | GHz ji2 he4 = gigahertz
Pa pa4 = pascal | hPa bai3 pa4 = hectopascal | kPa qian1 pa4 = kilopascal | MPa zhao4 pa4 = megapascal
mmHg hao2 mi3 gong3 zhu4 = millimetres of mercury | dB fen1 bei4 = decibel | db fen1 bei4 = decibel
bps bi3 te4 mei3 miao3 = bits per second | kbps qian1 bi3 te4 mei3 miao3 = kilobits per second
Mbps zhao4 bi3 te4 mei3 miao3 = megabits per second | Gbps ji2 bi3 te4 mei3 miao3 = gigabits per second
B/s zi4 jie2 mei3 miao3 = bytes per second | MB/s zhao4 zi4 jie2 mei3 miao3 = megabytes per second
KB KB = kilobyte | kB KB = kilobyte | MB MB = megabyte | GB GB = gigabyte | TB TB = terabyte | PB PB = petabyte
px xiang4 su4 = pixel | ppm bai3 wan4 fen1 zhi1 yi1 = parts per million | bpm ci4 mei3 fen1 zhong1 = beats per minute
USD mei3 yuan2 = US dollar | EUR ou1 yuan2 = euro | GBP ying1 bang4 = pound sterling | JPY ri4 yuan2 = yen
HKD gang3 yuan2 = Hong Kong dollar | CNY yuan2 = yuan | RMB ren2 min2 bi4 = renminbi
"""

# Written after a number (5km): also the currency codes.
UNITS = {
    entry.split()[0]: Unit(" ".join(entry.split("=")[0].split()[1:]), entry.split("=")[1].strip())
    for entry in re.split(r"[|\n]", _TABLE)
    if entry.strip()
}
TEMPERATURE = frozenset({"℃", "°C", "ºC", "℉", "°F", "°", "º"})

# Written before a number ($50); the plain signs also after it.
CURRENCIES = {
    "US$": Unit("mei3 yuan2", "US dollars"), "USD": Unit("mei3 yuan2", "US dollars"),
    "HK$": Unit("gang3 yuan2", "Hong Kong dollars"), "HKD": Unit("gang3 yuan2", "Hong Kong dollars"),
    "NT$": Unit("xin1 tai2 bi4", "New Taiwan dollars"), "AU$": Unit("ao4 yuan2", "Australian dollars"),
    "A$": Unit("ao4 yuan2", "Australian dollars"), "C$": Unit("jia1 yuan2", "Canadian dollars"),
    "CA$": Unit("jia1 yuan2", "Canadian dollars"), "S$": Unit("xin1 yuan2", "Singapore dollars"),
    "$": Unit("mei3 yuan2", "dollars"), "€": Unit("ou1 yuan2", "euros"), "EUR": Unit("ou1 yuan2", "euros"),
    "£": Unit("ying1 bang4", "pounds"), "GBP": Unit("ying1 bang4", "pounds"),
    "JP¥": Unit("ri4 yuan2", "yen"), "JPY": Unit("ri4 yuan2", "yen"),
    "¥": Unit("yuan2", "yuan"), "CNY": Unit("yuan2", "yuan"), "RMB": Unit("yuan2", "yuan"),
    "₩": Unit("han2 yuan2", "won"), "₽": Unit("lu2 bu4", "roubles"), "₹": Unit("lu2 bi3", "rupees"),
    "฿": Unit("tai4 zhu1", "baht"), "₫": Unit("yue4 nan2 dun4", "dong"), "₴": Unit("ge2 li3 fu2 na4", "hryvnias"),
    "₸": Unit("jian1 ge1", "tenge"), "₺": Unit("li3 la1", "lira"), "₿": Unit("bi3 te4 bi4", "bitcoin"),
}  # fmt: skip


def longest_first(names: dict[str, Unit]) -> str:
    """Return the names as a regex alternative in which a longer name wins."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


# A unit ends where no further letter or digit follows: the m of 5m, not of 5mA or 5m2.
_UNIT = re.compile(rf"[ \u00a0]?(?P<unit>{longest_first(UNITS)}|[$€£¥₩₽₹])(?![A-Za-z0-9²³])")


def unit_after(text: str, at: int) -> tuple[int, int, Unit] | None:
    """Find the unit that belongs to a number ending at ``at``: (start, end, unit).

    >>> unit_after("5km 长", 1)
    (1, 3, Unit(reading='gong1 li3', gloss='kilometre'))
    >>> unit_after("5G", 1) is None
    True
    """
    found = _UNIT.match(text, at)
    if not found:
        return None
    name = found["unit"]
    return found.start("unit"), found.end(), UNITS[name] if name in UNITS else CURRENCIES[name]
