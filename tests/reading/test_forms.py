"""Constructed headers, datelines and signatures of the family that news in Russian comes in, and what is read of them.

``BODY`` and ``END`` stand for the paragraphs of an article; a form's text has one of them or both.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kgtui.model import Document
from kgtui.reading import read_stream

BODY = "Министры двух стран обсудили торговлю и договорились о новых поставках."
END = "Стороны отметили важность дальнейшей работы."


@dataclass(frozen=True)
class Form:
    """``text`` and what is to be read from it; ``before`` and ``after`` are what the body leaves out at its ends."""

    name: str
    text: str
    published: str | None
    origin: str | None = None
    source: str | None = None
    publisher: str | None = None
    title: str = BODY.rstrip(".")
    before: str = ""
    after: str = ""
    doubtful: bool = False


# One form a row: a table.
# fmt: off
FORMS = [
    # headers
    Form("header", f" date 2025-11-20 {BODY}\n{END}", "2025-11-20", "header", before=" date 2025-11-20 "),
    Form("header with colon", f"date: 2025-11-20\n{BODY}\n{END}", "2025-11-20", "header", before="date: 2025-11-20\n"),
    Form("bare label above the first words", f"Опубликовано\n20.11.2025, 11:34{BODY}\n{END}", "2025-11-20", "header",
         before="Опубликовано\n20.11.2025, 11:34"),
    Form("rates with a plus", f"Меню\n• $ 80.93 -0.70\n• € 91.13 +0.10\n20.11.2025\n{BODY}", "2025-11-20", "header",
         before="Меню\n• $ 80.93 -0.70\n• € 91.13 +0.10\n20.11.2025\n"),
    Form("writer above a row of networks", f"Асанова Мария Экономика\nVK X OK WhatsApp Telegram\n\n{BODY}\n{END}", None,
         before="Асанова Мария Экономика\nVK X OK WhatsApp Telegram\n\n"),
    Form("row of networks", f"20.11.2025\nVK X OK WhatsApp Telegram\n{BODY}", "2025-11-20", "header",
         before="20.11.2025\nVK X OK WhatsApp Telegram\n"),
    Form("label", f"Дата: 20.11.2025\n\n{BODY}", "2025-11-20", "header", before="Дата: 20.11.2025\n\n"),
    Form("label with time", f"Опубликовано: 20 ноября 2025, 14:35\n{BODY}", "2025-11-20", "header",
         before="Опубликовано: 20 ноября 2025, 14:35\n"),
    Form("label without colon", f"Опубликовано 20.11.2025 в 09:05\n{BODY}", "2025-11-20", "header",
         before="Опубликовано 20.11.2025 в 09:05\n"),
    Form("bare figures", f"20.11.2025\n{BODY}\n{END}", "2025-11-20", "header", before="20.11.2025\n"),
    Form("bare words", f"20 ноября 2025 года\n{BODY}\n{END}", "2025-11-20", "header", before="20 ноября 2025 года\n"),
    Form("words and time", f"20 ноября 2025, 14:35\n{BODY}", "2025-11-20", "header", before="20 ноября 2025, 14:35\n"),
    Form("time first", f"14:35, 20 ноября 2025, четверг\n{BODY}", "2025-11-20", "header",
         before="14:35, 20 ноября 2025, четверг\n"),
    Form("figures before the text", f"20.11.2025 14:35 {BODY}", "2025-11-20", "header", before="20.11.2025 14:35 "),
    Form("iso before the text", f"2025-11-20: {BODY}", "2025-11-20", "header", before="2025-11-20: "),
    Form("brackets before the text", f"[20 ноября 2025 г.] {BODY}", "2025-11-20", "header",
         before="[20 ноября 2025 г.] "),
    Form("month in the nominative", f"15 Ноябрь 2024\n{BODY}", "2024-11-15", "header", before="15 Ноябрь 2024\n"),
    Form("hyphen and comma", f"4-мая, 2025\n{BODY}", "2025-05-04", "header", before="4-мая, 2025\n"),
    Form("slashes", f"20/11/2025\n{BODY}", "2025-11-20", "header", before="20/11/2025\n"),
    Form("site and counters", f"20.11.2025 | 14:35 | kabar.kg | Просмотров: 1 234\n{BODY}", "2025-11-20", "header",
         publisher="Кабар", before="20.11.2025 | 14:35 | kabar.kg | Просмотров: 1 234\n"),
    Form("rubric", f"Политика\n20 ноября 2025\n{BODY}", "2025-11-20", "header", before="Политика\n20 ноября 2025\n"),
    Form("breadcrumbs", f"Главная / Новости / Политика\n20.11.2025\n{BODY}", "2025-11-20", "header",
         before="Главная / Новости / Политика\n20.11.2025\n"),
    Form("labels of several kinds", f"Источник: Казинформ\nДата: 20.11.2025\nТеги: торговля, поставки\n\n{BODY}",
         "2025-11-20", "header", source="Казинформ", publisher="Казинформ",
         before="Источник: Казинформ\nДата: 20.11.2025\nТеги: торговля, поставки\n\n"),
    Form("crawling does not count", f"Дата обхода: 21.11.2025\nДата публикации: 20.11.2025\n{BODY}",
         "2025-11-20", "header", before="Дата обхода: 21.11.2025\nДата публикации: 20.11.2025\n"),
    Form("only crawling", f"Дата обращения: 21.11.2025\n{BODY}", None, before="Дата обращения: 21.11.2025\n"),
    Form("update does not count", f"Обновлено: 22.11.2025\nОпубликовано: 20.11.2025\n{BODY}", "2025-11-20", "header",
         before="Обновлено: 22.11.2025\nОпубликовано: 20.11.2025\n"),
    Form("box of exchange rates", f"09:13\nUSD 89.02\nEUR 94.77\nRUB 0.95\n\nТорговля растёт\n\n{BODY}", None,
         title="Торговля растёт", before="09:13\nUSD 89.02\nEUR 94.77\nRUB 0.95\n\n"),
    Form("rates with changes",
         f"Курсы валют от 05/01/2026\n$1 – 12004.41\nUZS – -0,17%\n€1 – 14129.19\nПоиск\n{BODY}", None,
         before="Курсы валют от 05/01/2026\n$1 – 12004.41\nUZS – -0,17%\n€1 – 14129.19\nПоиск\n"),
    Form("rates and weather in lines of their own",
         f"Прямой эфир\nweather icon+1\nМосква\nUSD\n\n102.41\n\nCNY\n\n13.93\n\nПОЛИТИКА\n\n{BODY}", None,
         before="Прямой эфир\nweather icon+1\nМосква\nUSD\n\n102.41\n\nCNY\n\n13.93\n\nПОЛИТИКА\n\n"),
    Form("country, time and day, views",
         f"Узбекистан | 11:44 / 01.08.2019\n2995\n1 минут чтения\n\nТорговля растёт\n\n{BODY}",
         "2019-08-01", "header", title="Торговля растёт",
         before="Узбекистан | 11:44 / 01.08.2019\n2995\n1 минут чтения\n\n"),
    # titles
    Form("title, then date", f"Торговля растёт\n20.11.2025\n{BODY}\n{END}", "2025-11-20", "header",
         title="Торговля растёт"),
    Form("title with a mark", f"Вырастет ли торговля?\n\n20 ноября 2025 г.\n\n{BODY}", "2025-11-20", "header",
         title="Вырастет ли торговля?"),
    Form("agency and title, then a date", f"Бишкек – 24.kg. Торговля растёт\n20 ноября 2025\n\n{BODY}\n{END}",
         "2025-11-20", "header", source="24.kg", publisher="24.kg", title="Торговля растёт"),
    Form("writer of another alphabet and date", f"Торговля растёт\nAyşe Yılmaz   |20.11.2025\n{BODY}\n{END}",
         "2025-11-20", "header", title="Торговля растёт"),
    Form("the text's own day", f"Сегодня, 20 ноября 2025 года, министры обсудили торговлю.\n{END}",
         "2025-11-20", "dateline", title="Сегодня, 20 ноября 2025 года, министры обсудили торговлю"),
    Form("another day of the text", f"Завтра, 20 ноября 2025 года, министры обсудят торговлю.\n{END}",
         None, title="Завтра, 20 ноября 2025 года, министры обсудят торговлю"),
    Form("title, site line", f"Торговля растёт\n10:15, 07 апреля 2025, Бишкек - 24.kg, Айна АСАНОВА\n\n{BODY}",
         "2025-04-07", "header", publisher="24.kg", title="Торговля растёт"),
    Form("title after header", f" date 2025-11-20 Торговля растёт\n\n{BODY}", "2025-11-20", "header",
         title="Торговля растёт", before=" date 2025-11-20 "),
    Form("title and dateline", f"Торговля растёт\nДУШАНБЕ, 31.03.2025 /НИАТ «Ховар»/. {BODY}", "2025-03-31", "dateline",
         source="Ховар", publisher="Ховар", title="Торговля растёт"),
    Form("writer below the title", f"Торговля растёт\nАйна Асанова | 04.07.2025 - Обновлено : 05.07.2025\n{BODY}",
         "2025-07-04", "header", title="Торговля растёт"),
    Form("front matter", f"---\ntitle: Торговля растёт\ndate: 2025-11-20\nsource: Кабар\n---\n\n{BODY}", "2025-11-20",
         "header", source="Кабар", publisher="Кабар", title="Торговля растёт",
         before="---\ntitle: Торговля растёт\ndate: 2025-11-20\nsource: Кабар\n---\n\n"),
    Form("Markdown", f"# Торговля растёт\n\n*20 ноября 2025*\n\n{BODY}", "2025-11-20", "header",
         title="Торговля растёт"),
    Form("title and site", f"Торговля растёт | Кабар\n20.11.2025\n{BODY}", "2025-11-20", "header", publisher="Кабар",
         title="Торговля растёт"),
    Form("subtitle before the date", f"Торговля растёт\nМинистры встретились в Оше\n20.11.2025\n{BODY}", "2025-11-20",
         "header", title="Торговля растёт"),
    Form("time stamp", f"2025-11-20T14:35:00+06:00\nТорговля растёт\n{BODY}", "2025-11-20", "header",
         title="Торговля растёт", before="2025-11-20T14:35:00+06:00\n"),
    Form("title only", f"Торговля растёт\n{BODY}\n{END}", None, title="Торговля растёт"),
    # datelines
    Form("running year", f"Пекин, 12 июня /Синьхуа/ -- Торговля за пять месяцев 2025 года выросла. {END}",
         "2025-06-12", "dateline", title="Торговля за пять месяцев 2025 года выросла", source="Синьхуа",
         publisher="Синьхуа", doubtful=True),
    Form("RIA", f"БИШКЕК, 11 ноя 2025 – РИА Новости. {BODY}", "2025-11-11", "dateline", source="РИА Новости",
         publisher="РИА Новости"),
    Form("RIA with writer", f"БИШКЕК, 11 ноя 2025 — РИА Новости, Игорь Лаптев. {BODY}", "2025-11-11", "dateline",
         source="РИА Новости", publisher="РИА Новости"),
    Form("Sputnik", f"БИШКЕК, 20 ноя 2025 — Sputnik. {BODY}", "2025-11-20", "dateline", source="Sputnik",
         publisher="Sputnik"),
    Form("header and dateline", f" date 2025-11-11 БИШКЕК, 11 ноя – РИА Новости. {BODY}", "2025-11-11", "header",
         source="РИА Новости", publisher="РИА Новости", before=" date 2025-11-11 "),
    Form("TASS", f"МОСКВА, 3 марта 2025 года. /ТАСС/. {BODY}", "2025-03-03", "dateline", source="ТАСС",
         publisher="ТАСС"),
    Form("TASS without year", f"МОСКВА, 3 марта. /ТАСС/. {BODY}", None, source="ТАСС", publisher="ТАСС"),
    Form("Kabar", f"Бишкек, 12 ноября 2025 года. /Кабар/. {BODY}", "2025-11-12", "dateline", source="Кабар",
         publisher="Кабар"),
    Form("Kabar without stop", f"Бишкек, 12 ноября 2025 г. /Кабар/ {BODY}", "2025-11-12", "dateline", source="Кабар",
         publisher="Кабар"),
    Form("short year", f"Мадрид, 12.09.24. /АКИpress/. {BODY}", "2024-09-12", "dateline", source="АКИpress",
         publisher="АКИpress"),
    Form("Kazinform", f"АСТАНА. КАЗИНФОРМ – {BODY}", None, source="Казинформ", publisher="Казинформ"),
    Form("UzA", f"Ташкент. 5 мая 2025. УзА. {BODY}", "2025-05-05", "dateline", source="УзА", publisher="УзА"),
    Form("BelTA in brackets", f"Минск, 29 сентября 2025 (БЕЛТА) {BODY}", "2025-09-29", "dateline", source="БЕЛТА",
         publisher="БЕЛТА"),
    Form("BelTA, date first", f"18 сентября 2025, Минск /Корр. БЕЛТА/. {BODY}", "2025-09-18", "dateline",
         source="БЕЛТА", publisher="БЕЛТА"),
    Form("agency alone in brackets", f"(Кабар) – {BODY}", None, source="Кабар", publisher="Кабар"),
    Form("agency alone between slashes", f"/КАБАР/. {BODY}", None, source="Кабар", publisher="Кабар"),
    Form("agency and dash", f"Tazabek — {BODY}", None, source="Tazabek", publisher="Tazabek"),
    Form("agency, dash, date", f"Tazabek — 29 июля 2025 года {BODY}", "2025-07-29", "dateline", source="Tazabek",
         publisher="Tazabek"),
    Form("Interfax", f"Москва. 20 ноября 2025. ИНТЕРФАКС - {BODY}", "2025-11-20", "dateline", source="Интерфакс",
         publisher="Интерфакс"),
    Form("Xinhua", f"БИШКЕК, 16 октября 2025 /Синьхуа/ -- {BODY}", "2025-10-16", "dateline", source="Синьхуа",
         publisher="Синьхуа"),
    Form("Anadolu", f"АНКАРА (AA) – {BODY}", None, source="Анадолу", publisher="Анадолу"),
    Form("Trend", f"Баку. Trend: {BODY}", None, source="Trend", publisher="Trend"),
    Form("bank", f"БИШКЕК, КЫРГЫЗСКАЯ РЕСПУБЛИКА (12 ноября 2025 года) – {BODY}", "2025-11-12", "dateline"),
    Form("agency first", f"ТАСС, 11 ноября 2025. {BODY}", "2025-11-11", "dateline", source="ТАСС", publisher="ТАСС"),
    Form("agency, place, date", f"Кабар, Бишкек, 12.11.2025. {BODY}", "2025-11-12", "dateline", source="Кабар",
         publisher="Кабар"),
    Form("correspondent between slashes", f"БИШКЕК, 11 ноября 2025. /Корр. ТАСС Иван Асанов/. {BODY}", "2025-11-11",
         "dateline", source="ТАСС", publisher="ТАСС"),
    Form("embassy", f"Токио, 8 февраля 2025 года — {BODY}", "2025-02-08", "dateline"),
    Form("place with «г.»", f"г. Бишкек, 12 ноября 2025 г. – {BODY}", "2025-11-12", "dateline"),
    Form("place and date, stop", f"Ташкент, 23 декабря 2024 г. {BODY}", "2024-12-23", "dateline"),
    Form("unknown agency", f"БИШКЕК, 3 июня 2025 – Новости Азии. {BODY}", "2025-06-03", "dateline",
         source="Новости Азии", publisher="Новости Азии"),
    Form("unknown agency between slashes", f"Худжанд, 3 июня 2025 /Согд Пресс/. {BODY}", "2025-06-03", "dateline",
         source="Согд Пресс", publisher="Согд Пресс"),
    Form("place with country", f"СОЧИ (Россия), 3 июня 2025 — РИА Новости. {BODY}", "2025-06-03", "dateline",
         source="РИА Новости", publisher="РИА Новости"),
    # signatures
    Form("writer and date in one line", f"{BODY}\n{END}\nАвтор: Редакция | 6 апреля 2021, 14:10 | Просмотров: 640",
         "2021-04-06", "signature", after="\nАвтор: Редакция | 6 апреля 2021, 14:10 | Просмотров: 640"),
    Form("reports of slips below the date", f"{BODY}\n{END}\n29 августа 2024\nЕсли вы нашли ошибку, нажмите Ctrl+Enter",
         "2024-08-29", "signature", after="\n29 августа 2024\nЕсли вы нашли ошибку, нажмите Ctrl+Enter"),
    Form("other headlines", f"{BODY}\n{END}\n12.11.2025\nРекомендуем\nФлот увеличен до 50 самолетов",
         "2025-11-12", "signature", after="\n12.11.2025\nРекомендуем\nФлот увеличен до 50 самолетов"),
    Form("site and date", f"{BODY}\n{END}\nCentralasianLIGHT.org\n4 марта 2025 года", "2025-03-04", "signature",
         publisher="CentralasianLIGHT.org", after="\nCentralasianLIGHT.org\n4 марта 2025 года"),
    Form("site, date on one line", f"{BODY}\n{END}\nkabar.kg, 12.11.2025", "2025-11-12", "signature",
         publisher="Кабар", after="\nkabar.kg, 12.11.2025"),
    Form("unknown site", f"{BODY}\n{END}\n\nhttps://www.issyk-kul-news.kg/ru/123\n12.11.2025\n", "2025-11-12",
         "signature", publisher="issyk-kul-news.kg",
         after="\n\nhttps://www.issyk-kul-news.kg/ru/123\n12.11.2025\n"),
    Form("press service", f"{BODY}\n{END}\n\nПресс-служба МИД КР", None, source="Пресс-служба МИД КР",
         after="\n\nПресс-служба МИД КР"),
    Form("office and date", f"{BODY}\n{END}\nУправление информации Генерального штаба ВС КР, 19.08.2025 г.",
         "2025-08-19", "signature", source="Управление информации Генерального штаба ВС КР",
         after="\nУправление информации Генерального штаба ВС КР, 19.08.2025 г."),
    Form("labelled source", f"{BODY}\n{END}\nИсточник: МИД КР", None, source="МИД КР", after="\nИсточник: МИД КР"),
    Form("labelled medium and date", f"{BODY}\n{END}\nИсточник: Казинформ, 12.05.2025", "2025-05-12", "signature",
         source="Казинформ", publisher="Казинформ", after="\nИсточник: Казинформ, 12.05.2025"),
    Form("writer and date", f"{BODY}\n{END}\n\nАйна Асанова\n12 мая 2025", "2025-05-12", "signature",
         after="\n\nАйна Асанова\n12 мая 2025"),
    Form("writer and agency", f"{BODY}\n{END}\n\nСаид Юлдашев, УзА", None, publisher="УзА",
         after="\n\nСаид Юлдашев, УзА"),
    Form("published below", f"{BODY}\n{END}\nОпубликовано: 18 сентября 2025, 16:40", "2025-09-18", "signature",
         after="\nОпубликовано: 18 сентября 2025, 16:40"),
    Form("page furniture",
         f"{BODY}\n{END}\n20.11.2025\nПросмотров: 345\nТеги: торговля, ЕАЭС\nПоделиться\n© Кабар, 2025",
         "2025-11-20", "signature",
         after="\n20.11.2025\nПросмотров: 345\nТеги: торговля, ЕАЭС\nПоделиться\n© Кабар, 2025"),
    Form("read more", f"{BODY}\n{END}\nЧитайте также: Торговля упала 3 мая 2024 года", None,
         after="\nЧитайте также: Торговля упала 3 мая 2024 года"),
    Form("end mark", f"{BODY}\n{END} -0-", None, after=" -0-"),
    Form("stars", f"{BODY}\n{END}\n***", None, after="\n***"),
    Form("in the last line", f"{BODY}\n{END} CentralasianLIGHT.org 4 марта 2025 года", "2025-03-04", "signature",
         publisher="CentralasianLIGHT.org", after=" CentralasianLIGHT.org 4 марта 2025 года"),
    Form("in brackets at the end", f"{BODY} {END} (Кабар, 12.11.2025)", "2025-11-12", "signature", publisher="Кабар",
         after=" (Кабар, 12.11.2025)"),
    Form("a sentence of the office", f"{BODY}\nПресс-служба президента сообщила о визите.", None,
         source="Пресс-служба президента"),
    Form("a sentence of the correspondent", f"{BODY}\nКорреспондент побывал на месте события", None),
    Form("items at the end", f"{BODY}\nУчастники:\nКазахстан\nКыргызстан", None),
    Form("materials of", f"{BODY}\n{END}\nПо материалам РИА Новости", None, source="РИА Новости",
         publisher="РИА Новости", after="\nПо материалам РИА Новости"),
    Form("hashtags", f"{BODY}\n{END}\n#Кыргызстан #торговля", None, after="\n#Кыргызстан #торговля"),
    Form("place and date", f"{BODY}\n{END}\nг. Бишкек, 4 марта 2025 года", "2025-03-04", "signature",
         after="\nг. Бишкек, 4 марта 2025 года"),
    Form("contacts", f"{BODY}\n{END}\nПресс-служба ГТС КР\nтел.: +996 312 51 23 45\npress@customs.kg", None,
         source="Пресс-служба ГТС КР", after="\nПресс-служба ГТС КР\nтел.: +996 312 51 23 45\npress@customs.kg"),
    Form("photographer", f"{BODY}\n{END}\nФото: Султан Досалиев\n20.11.2025", "2025-11-20", "signature",
         after="\nФото: Султан Досалиев\n20.11.2025"),
    # a dateline without its year
    Form("year of the signature", f"БИШКЕК, 11 ноя – РИА Новости. {BODY}\n{END}\n12 ноября 2025 года", "2025-11-11",
         "dateline", source="РИА Новости", publisher="РИА Новости", after="\n12 ноября 2025 года", doubtful=True),
    Form("year of a date in the text",
         f"БИШКЕК, 3 июн – РИА Новости. {BODY}\nСоглашение будет подписано 4 июля 2025 года.", "2025-06-03", "dateline",
         source="РИА Новости", publisher="РИА Новости", doubtful=True),
    Form("year after the one gone by",
         f"МОСКВА, 27 января. /ТАСС/. {BODY}\nПо итогам 2024 года оборот вырос.", "2025-01-27", "dateline",
         source="ТАСС", publisher="ТАСС", doubtful=True),
    Form("year before the header's", f" date 2026-01-01 БИШКЕК, 31 дек – РИА Новости. {BODY}", "2025-12-31", "dateline",
         source="РИА Новости", publisher="РИА Новости", before=" date 2026-01-01 ", doubtful=True),
    # header and dateline disagree
    Form("dateline a day before", f" date 2025-11-12 БИШКЕК, 11 ноя – РИА Новости. {BODY}", "2025-11-11", "dateline",
         source="РИА Новости", publisher="РИА Новости", before=" date 2025-11-12 ", doubtful=True),
    Form("weekday speaks for the header",
         f" date 2025-11-12 БИШКЕК, 11 ноя – РИА Новости. В среду {BODY[0].lower()}{BODY[1:]}", "2025-11-12", "header",
         source="РИА Новости", publisher="РИА Новости", title=f"В среду {BODY[0].lower()}{BODY[1:-1]}",
         before=" date 2025-11-12 ", doubtful=True),
    Form("today speaks for the dateline",
         f" date 2025-11-20 Бишкек, 11 ноября 2025 года. /Кабар/. Сегодня, 11 ноября, состоялась встреча. {BODY}",
         "2025-11-11", "dateline", source="Кабар", publisher="Кабар", title="Сегодня, 11 ноября, состоялась встреча",
         before=" date 2025-11-20 ", doubtful=True),
    # dates that are not of the article
    Form("event first", "4 марта 2024 года подписали соглашение о торговле. " + END, None,
         title="4 марта 2024 года подписали соглашение о торговле"),
    Form("event in the text", f"{BODY} Соглашение подписали 4 марта 2024 года.", None),
    Form("event at the end", f"{BODY}\nСоглашение вступило в силу 4 марта 2024 года.", None),
    Form("beginning of a time", f"С 14 июня 1922 года -- {BODY}", None, title=f"С 14 июня 1922 года -- {BODY[:-1]}"),
    Form("holiday", "20 ноября — Всемирный день ребёнка. " + END, None, title="20 ноября — Всемирный день ребёнка"),
    Form("event without year", f"20 ноября в Бишкеке прошла встреча. {END}", None,
         title="20 ноября в Бишкеке прошла встреча"),
    Form("birth", f"Актан Асанов, родился 4 марта 1960 года. {END}", None,
         title="Актан Асанов, родился 4 марта 1960 года"),
]
# fmt: on


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_says_what_it_says(form: Form) -> None:
    (document,) = read_stream(form.text.encode())
    assert isinstance(document, Document)
    assert (str(document.published) if document.published else None) == form.published
    assert (document.published_from.value if document.published_from else None) == form.origin
    assert document.published_doubtful is form.doubtful
    assert document.source == form.source
    assert document.publisher == form.publisher
    assert document.title == form.title
    assert document.text[: document.body.start] == form.before
    assert document.text[document.body.end :] == form.after


def test_the_table_is_wide() -> None:
    assert len(FORMS) >= 40
    assert len({form.name for form in FORMS}) == len(FORMS)
