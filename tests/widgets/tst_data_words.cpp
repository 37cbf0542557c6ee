// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole sentences about data, from what the core says to what a German reads.
#include "tests/widgets/german.h"
#include "widgets/data_words.h"

#include <QTest>

using paretoscope::findingText;

class TestDataWords : public QObject {
    Q_OBJECT
private slots:
    void inGerman_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        const auto row = [](const char *name, const char *english, const char *german) {
            QTest::newRow(name) << QString::fromUtf8(english) << QString::fromUtf8(german);
        };
        const auto rowOfClass = [&](const char *name, const std::string &english, const std::string &german) {
            row(name, (english + "; more samples are needed").c_str(),
                (german + "; es braucht mehr Beispiele").c_str());
        };
        // Groups of digits are held together by U+00A0.
        row("subset of which one is left out",
            "3180 of the 105829 of the complete set; usable, but figures will differ from those of the complete data "
            "(208 speakers); 1 of 3180 left out",
            "3\u00a0180 von 105\u00a0829 der vollständigen Daten; brauchbar, aber die Ergebnisse weichen von denen mit "
            "allen Daten ab (208 Sprecher); 1 von 3\u00a0180 ausgelassen");
        row("subset without speakers",
            "3180 of the 105829 of the complete set; usable, but figures will differ from those of the complete data; "
            "12 of 3180 left out",
            "3\u00a0180 von 105\u00a0829 der vollständigen Daten; brauchbar, aber die Ergebnisse weichen von denen mit "
            "allen Daten ab; 12 von 3\u00a0180 ausgelassen");
        row("speakers", "split by speaker, none in two splits (2618 speakers); 12 of 105829 left out",
            "nach Sprechern aufgeteilt, keiner in zwei Teilen (2\u00a0618 Sprecher); 12 von 105\u00a0829 ausgelassen");
        row("by name", "test drawn by name, validation by the seed, class by class",
            "Test nach Namen gezogen, Validierung nach dem Startwert, Klasse für Klasse");
        row("by name, one left out", "validation as the data say, test drawn by name; 1 of 2000 left out",
            "Validierung, wie die Daten sagen, Test nach Namen gezogen; 1 von 2\u00a0000 ausgelassen");
        // Names stay, also those that are made of digits.
        rowOfClass("a class", "no sample of class '0012', which is not learned",
                   "kein Beispiel der Klasse '0012', die so nicht gelernt wird");
        rowOfClass("a class that is not judged", "no sample of class '20230', which is not judged there",
                   "kein Beispiel der Klasse '20230', die dort nicht beurteilt wird");
        rowOfClass("classes", "no sample of the classes '2023', 'low', which are not learned",
                   "kein Beispiel der Klassen '2023', 'low', die so nicht gelernt werden");
        rowOfClass("many classes", "no sample of the classes '2023', '2024' and 1200 more, which are not judged there",
                   "kein Beispiel der Klassen '2023', '2024' und 1\u00a0200 weitere, die dort nicht beurteilt werden");
        row("no folder", "class '2023' has no folder here; there are no folders",
            "Die Klasse „2023“ hat hier keinen Ordner; es gibt keine Ordner");
        row("one folder", "class 'low' has no folder here; there are 20220",
            "Die Klasse „low“ hat hier keinen Ordner; es gibt 20220");
        row("many folders", "class 'low' has no folder here; there are 2021, 2022 and 3 more",
            "Die Klasse „low“ hat hier keinen Ordner; es gibt 2021, 2022 und 3 weitere");
        row("no sound",
            "class '0012' has no sound (wav, flac, ogg …) to train on; add some, or take the class out of the "
            "benchmark",
            "Die Klasse „0012“ hat keinen Ton (wav, flac, ogg …) zum Trainieren; welche hinzufügen oder die Klasse aus "
            "dem Benchmark nehmen");
        row("twin", "is the same file as test/2023/1000; left out",
            "ist dieselbe Datei wie test/2023/1000; ausgelassen");
        row("twins", "1234 files are here twice, under names that are left out",
            "1\u00a0234 Dateien sind hier doppelt, unter Namen, die ausgelassen werden");
        row("a class is lost",
            "none of the training files of class '0012' can be read; mend them, or take the class out of the benchmark",
            "keine der Trainingsdateien der Klasse „0012“ ist lesbar; sie in Ordnung bringen oder die Klasse aus dem "
            "Benchmark nehmen");
        row("a file", "left out: the header is cut off", "ausgelassen: the header is cut off");
        row("files", "1500 of 20000 files cannot be read and are left out",
            "1\u00a0500 von 20\u00a0000 Dateien sind nicht lesbar und werden ausgelassen");
        row("too many files",
            "12 of 2000 files cannot be read, more than the benchmark allows (data.skip); the first: is no WAV",
            "12 von 2\u00a0000 Dateien sind nicht lesbar, mehr als der Benchmark erlaubt (data.skip); die erste: is no "
            "WAV");
        row("records", "10000 records, 1000 of each class", "10\u00a0000 Datensätze, 1\u00a0000 von jeder Klasse");
        row("fewer records",
            "200 of the 10000 records of the complete file, 12 to 27 of a class; usable, but figures will differ from "
            "those of the complete data",
            "200 der 10\u00a0000 Datensätze der vollständigen Datei, 12 bis 27 von einer Klasse; brauchbar, aber die "
            "Ergebnisse weichen von denen mit allen Daten ab");
        row("a record",
            "record 1000 (counted from 0) has 3072 of 3073 bytes: the file is truncated or not of the format cifar10; "
            "unpack a.tar from https://b.org into the data folder (--data), or let 'dnas data fetch' bring it",
            "Datensatz 1\u00a0000 (von 0 an gezählt) hat 3\u00a0072 von 3\u00a0073 Bytes: Die Datei ist abgeschnitten "
            "oder nicht vom Format cifar10; a.tar von https://b.org in den Datenordner entpacken oder von „dnas data "
            "fetch“ holen lassen");
        row("drawn", "drawn when opened, seed 12345, 6000 training and 4000 test pictures; no files needed",
            "beim Öffnen gezeichnet, Startwert 12345, 6\u00a0000 Bilder zum Trainieren und 4\u00a0000 zum Testen; "
            "keine "
            "Dateien nötig");
        row("a digest of digits", "no digest is published; this one was 12345678",
            "keine Prüfsumme ist veröffentlicht; diese war 12345678");
        row("a note stays", "a note on this copy: 5 of 9, %2 and 3 more",
            "eine Notiz zu dieser Kopie: 5 of 9, %2 and 3 more");
        row("unknown", "the disk is on fire", "the disk is on fire");
    }
    void inGerman()
    {
        QFETCH(const QString, english);
        QFETCH(const QString, german);
        German language("DataWords");
        QCoreApplication::installTranslator(&language);
        const QString text = findingText(english.toStdString());
        QCoreApplication::removeTranslator(&language);
        QCOMPARE(text, german);
    }
};

QTEST_GUILESS_MAIN(TestDataWords)
#include "tst_data_words.moc"
