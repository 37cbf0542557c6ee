<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>BoardTexts</name>
    <message>
        <source>linear regulator, %1 V</source>
        <translation>Linearregler, %1 V</translation>
    </message>
    <message>
        <source>switching regulator, %1 V</source>
        <translation>Schaltregler, %1 V</translation>
    </message>
    <message>
        <source>CPU %1 MHz, GPU %2 MHz, memory %3 MHz</source>
        <translation>CPU %1 MHz, GPU %2 MHz, Speicher %3 MHz</translation>
    </message>
    <message>
        <source>%1 MHz at %2 V</source>
        <translation>%1 MHz bei %2 V</translation>
    </message>
    <message>
        <source>%1 MHz</source>
        <translation>%1 MHz</translation>
    </message>
    <message>
        <source>1 further point</source>
        <translation>1 weiterer Betriebspunkt</translation>
    </message>
    <message>
        <source>%1 further points</source>
        <translation>%1 weitere Betriebspunkte</translation>
    </message>
    <message>
        <source>%1 in a table of clocks</source>
        <translation>%1 in einer Takttabelle</translation>
    </message>
    <message>
        <source>Or type one of %1 points, such as %2.
CPU %3, GPU %4, memory %5 MHz</source>
        <translation>Oder einen von %1 Punkten eingeben, etwa %2.
CPU %3, GPU %4, Speicher %5 MHz</translation>
    </message>
    <message>
        <source>%1, weights of %2 bits</source>
        <translation>%1, Gewichte mit %2 Bit</translation>
    </message>
    <message>
        <source>only what can be counted</source>
        <translation>nur, was sich zählen lässt</translation>
    </message>
    <message>
        <source>%1, without time and energy</source>
        <translation>%1, ohne Zeit und Energie</translation>
    </message>
    <message>
        <source>%1, no energy</source>
        <translation>%1, keine Energie</translation>
    </message>
    <message>
        <source>%1 (energy ± %2 %)</source>
        <translation>%1 (Energie ± %2 %)</translation>
    </message>
    <message>
        <source>%1 (energy: error unknown)</source>
        <translation>%1 (Energie: Fehler unbekannt)</translation>
    </message>
    <message>
        <source>%1, error unknown</source>
        <translation>%1, Fehler unbekannt</translation>
    </message>
</context>
<context>
    <name>CoreWords</name>
    <message>
        <source>warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>seed network</source>
        <translation>Ausgangsnetz</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>modelled</source>
        <translation>modelliert</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>feasible</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>impossible</source>
        <translation>unmöglich</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Takte</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Compressed size</source>
        <translation>Komprimierte Größe</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>macs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>Takte</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>komprimierter Größe</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Validation quality</source>
        <translation>Qualität (Validierung)</translation>
    </message>
    <message>
        <source>Test quality</source>
        <translation>Qualität (Test)</translation>
    </message>
    <message>
        <source>Channels moved by the last step</source>
        <translation>Im letzten Schritt verschobene Kanäle</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>Dominated</source>
        <translation>Dominiert</translation>
    </message>
    <message>
        <source>Seed network</source>
        <translation>Ausgangsnetz</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Channels kept</source>
        <translation>Behaltene Kanäle</translation>
    </message>
    <message>
        <source>No epoch is finished yet.</source>
        <translation>Noch ist keine Epoche fertig.</translation>
    </message>
    <message>
        <source>No candidate yet: each finished run adds one.</source>
        <translation>Noch kein Kandidat: Jeder fertige Lauf liefert einen.</translation>
    </message>
    <message>
        <source>No candidate has both of these figures.</source>
        <translation>Kein Kandidat hat diese beiden Werte.</translation>
    </message>
    <message>
        <source>Costs are known from the first epoch of the search on.</source>
        <translation>Kosten sind ab der ersten Epoche der Suche bekannt.</translation>
    </message>
    <message>
        <source>The seed network has no layer with weights.</source>
        <translation>Das Ausgangsnetz hat keine Schicht mit Gewichten.</translation>
    </message>
    <message>
        <source>the smallest network of this space still needs %1, %2 more than the target of %3</source>
        <translation>das kleinste Netz dieses Suchraums braucht noch %1, %2 mehr als das Ziel von %3</translation>
    </message>
    <message>
        <source>the smallest network of this space still needs %1, %2 times the target of %3</source>
        <translation>das kleinste Netz dieses Suchraums braucht noch %1, das %2-Fache des Ziels von %3</translation>
    </message>
    <message>
        <source>the seed network has only %1, and an aim of %2 lies above it</source>
        <translation>das Ausgangsnetz hat nur %1, und ein Ziel von %2 liegt darüber</translation>
    </message>
    <message>
        <source>the seed network already meets it with %1</source>
        <translation>das Ausgangsnetz erfüllt es schon mit %1</translation>
    </message>
    <message>
        <source>only %1 above the %2 that the smallest network of this space needs, a figure known to %3</source>
        <translation>nur %1 über den %2, die das kleinste Netz dieses Suchraums braucht – bekannt auf %3</translation>
    </message>
    <message>
        <source>only %1 above the %2 that the smallest network of this space needs</source>
        <translation>nur %1 über den %2, die das kleinste Netz dieses Suchraums braucht</translation>
    </message>
    <message>
        <source>this space reaches from %1 to %2</source>
        <translation>dieser Suchraum reicht von %1 bis %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>12 KiB of flash</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <comment>the limit drawn in a plot</comment>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>Over its run&apos;s limit</source>
        <translation>Über der Grenze des Laufs</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Außerhalb</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>Knie</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>the limit drawn in a plot</comment>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>the limit drawn in a plot</comment>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Validation %1 at %2</source>
        <translation>%1 (Validierung, %2)</translation>
    </message>
    <message>
        <source>Validation %1</source>
        <translation>%1 (Validierung)</translation>
    </message>
    <message>
        <source>Test %1 at %2</source>
        <translation>%1 (Test, %2)</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 (Test)</translation>
    </message>
    <message>
        <source>aim %1</source>
        <comment>the limit drawn in a plot</comment>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>raise the target to at least %1 (%2 of the seed), or start from a smaller network</source>
        <translation>das Ziel auf mindestens %1 anheben (%2 des Ausgangsnetzes) oder mit einem kleineren Netz beginnen</translation>
    </message>
    <message>
        <source>raise the target to at least %1 (%2 of the seed), or let more of the network change (space: width)</source>
        <translation>das Ziel auf mindestens %1 anheben (%2 des Ausgangsnetzes) oder mehr vom Netz veränderlich lassen (space: width)</translation>
    </message>
    <message>
        <source>lower the target to at most %1 (%2 of the seed)</source>
        <translation>das Ziel auf höchstens %1 senken (%2 des Ausgangsnetzes)</translation>
    </message>
    <message>
        <source>%1 leaves at most about %2, and the aim of %3 lies above it</source>
        <translation>%1 lässt höchstens etwa %2 übrig, und das Ziel von %3 liegt darüber</translation>
    </message>
    <message>
        <source>lower this aim or raise the other targets</source>
        <translation>dieses Ziel senken oder die anderen anheben</translation>
    </message>
    <message>
        <source>runtime %1 at operating point %2</source>
        <translation>Laufzeitumgebung %1, Betriebspunkt %2</translation>
    </message>
    <message>
        <source>operating point %1</source>
        <translation>Betriebspunkt %1</translation>
    </message>
    <message>
        <source>runtime %1</source>
        <translation>Laufzeitumgebung %1</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Partial AUC</source>
        <translation>Teil-AUC</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>geraten</translation>
    </message>
    <message>
        <source>There are no figures by machine.</source>
        <translation>Nach Maschinen ist nichts bekannt.</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>looking for changed files</source>
        <translation>Suche nach geänderten Dateien</translation>
    </message>
    <message>
        <source>reading pictures</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>reading sounds</source>
        <translation>Töne werden gelesen</translation>
    </message>
    <message>
        <source>computing features</source>
        <translation>Merkmale werden berechnet</translation>
    </message>
    <message>
        <source>computing augmented features</source>
        <translation>Augmentierte Merkmale werden berechnet</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>auffällig</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>Koeffizient</translation>
    </message>
    <message>
        <source>mel band</source>
        <translation>Mel-Band</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgerissen</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Vergleichsnetz</translation>
    </message>
</context>
<context>
    <name>DataWords</name>
    <message>
        <source>(all files)</source>
        <translation>(alle Dateien)</translation>
    </message>
    <message>
        <source>(generated)</source>
        <translation>(erzeugt)</translation>
    </message>
    <message>
        <source>split as the data say</source>
        <translation>aufgeteilt, wie die Daten es sagen</translation>
    </message>
    <message>
        <source>split by speaker, none in two splits (%1 speakers)</source>
        <translation>nach Sprechern aufgeteilt, keiner in zwei Teilen (%1 Sprecher)</translation>
    </message>
    <message>
        <source>%1 of the %2 of the complete set; usable, but figures will differ from those of the complete data (%3 speakers)</source>
        <translation>%1 von %2 der vollständigen Daten; brauchbar, aber die Ergebnisse weichen von denen mit allen Daten ab (%3 Sprecher)</translation>
    </message>
    <message>
        <source>%1 of the %2 of the complete set; usable, but figures will differ from those of the complete data</source>
        <translation>%1 von %2 der vollständigen Daten; brauchbar, aber die Ergebnisse weichen von denen mit allen Daten ab</translation>
    </message>
    <message>
        <source>%1 of the %2 records of the complete file, %3; usable, but figures will differ from those of the complete data</source>
        <translation>%1 der %2 Datensätze der vollständigen Datei, %3; brauchbar, aber die Ergebnisse weichen von denen mit allen Daten ab</translation>
    </message>
    <message>
        <source>%1 records do not have the exact pixels of the original; usable, leave them out where exactness matters</source>
        <translation>%1 Datensätze haben nicht genau die Bildpunkte des Originals; brauchbar, wo es genau sein muss auszulassen</translation>
    </message>
    <message>
        <source>%1 records, %2</source>
        <translation>%1 Datensätze, %2</translation>
    </message>
    <message>
        <source>%1 of each class</source>
        <translation>%1 von jeder Klasse</translation>
    </message>
    <message>
        <source>%1 to %2 of a class</source>
        <translation>%1 bis %2 von einer Klasse</translation>
    </message>
    <message>
        <source>a note on this copy: %1</source>
        <translation>eine Notiz zu dieser Kopie: %1</translation>
    </message>
    <message>
        <source>drawn when opened, seed %1, %2 training and %3 test pictures; no files needed</source>
        <translation>beim Öffnen gezeichnet, Startwert %1, %2 Bilder zum Trainieren und %3 zum Testen; keine Dateien nötig</translation>
    </message>
    <message>
        <source>is no class of the benchmark; left out</source>
        <translation>ist keine Klasse des Benchmarks; ausgelassen</translation>
    </message>
    <message>
        <source>cannot be read, or leads back up; left out</source>
        <translation>ist nicht lesbar oder führt nach oben zurück; ausgelassen</translation>
    </message>
    <message>
        <source>class &apos;%1&apos; has no folder here; there are %2</source>
        <translation>Die Klasse „%1“ hat hier keinen Ordner; es gibt %2</translation>
    </message>
    <message>
        <source>class &apos;%1&apos; has no picture (png, jpg) to train on; add some, or take the class out of the benchmark</source>
        <translation>Die Klasse „%1“ hat kein Bild (png, jpg) zum Trainieren; welche hinzufügen oder die Klasse aus dem Benchmark nehmen</translation>
    </message>
    <message>
        <source>class &apos;%1&apos; has no sound (wav, flac, ogg …) to train on; add some, or take the class out of the benchmark</source>
        <translation>Die Klasse „%1“ hat keinen Ton (wav, flac, ogg …) zum Trainieren; welche hinzufügen oder die Klasse aus dem Benchmark nehmen</translation>
    </message>
    <message>
        <source>%1 annotated pictures are not there; left out</source>
        <translation>%1 aufgeführte Bilder sind nicht da; ausgelassen</translation>
    </message>
    <message>
        <source>left out by the benchmark</source>
        <translation>vom Benchmark ausgelassen</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>ausgelassen: %1</translation>
    </message>
    <message>
        <source>%1 of %2 files cannot be read and are left out</source>
        <translation>%1 von %2 Dateien sind nicht lesbar und werden ausgelassen</translation>
    </message>
    <message>
        <source>%1 of %2 files cannot be read, more than the benchmark allows (data.skip); the first: %3</source>
        <translation>%1 von %2 Dateien sind nicht lesbar, mehr als der Benchmark erlaubt (data.skip); die erste: %3</translation>
    </message>
    <message>
        <source>no folders</source>
        <translation>keine Ordner</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>is not there, so no noise is mixed in as the recipe asks</source>
        <translation>ist nicht da, also wird kein Rauschen beigemischt, wie das Rezept es will</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is drawn by the program; there is nothing to fetch</source>
        <translation>„%1“ zeichnet das Programm selbst; es gibt nichts zu holen</translation>
    </message>
    <message>
        <source>the benchmark names no address (fetch); put the data into %1 by hand</source>
        <translation>der Benchmark nennt keine Adresse (fetch); die Daten von Hand nach %1 legen</translation>
    </message>
    <message>
        <source>is there already and not empty; move it away to fetch it again</source>
        <translation>ist schon da und nicht leer; wegschieben, um sie noch einmal zu holen</translation>
    </message>
    <message>
        <source>no digest is published; this one was %1</source>
        <translation>keine Prüfsumme ist veröffentlicht; diese war %1</translation>
    </message>
    <message>
        <source>digest as published (%1)</source>
        <translation>Prüfsumme wie veröffentlicht (%1)</translation>
    </message>
    <message>
        <source>(train)</source>
        <translation>(Training)</translation>
    </message>
    <message>
        <source>(validation)</source>
        <translation>(Validierung)</translation>
    </message>
    <message>
        <source>(test)</source>
        <translation>(Test)</translation>
    </message>
    <message>
        <source>%1; %2 of %3 left out</source>
        <translation>%1; %2 von %3 ausgelassen</translation>
    </message>
    <message>
        <source>is the same file as %1; left out</source>
        <translation>ist dieselbe Datei wie %1; ausgelassen</translation>
    </message>
    <message>
        <source>%1 files are here twice, under names that are left out</source>
        <translation>%1 Dateien sind hier doppelt, unter Namen, die ausgelassen werden</translation>
    </message>
    <message>
        <source>none of the training files of class &apos;%1&apos; can be read; mend them, or take the class out of the benchmark</source>
        <translation>keine der Trainingsdateien der Klasse „%1“ ist lesbar; sie in Ordnung bringen oder die Klasse aus dem Benchmark nehmen</translation>
    </message>
    <message>
        <source>no sample of class %1, which is not learned; more samples are needed</source>
        <translation>kein Beispiel der Klasse %1, die so nicht gelernt wird; es braucht mehr Beispiele</translation>
    </message>
    <message>
        <source>no sample of class %1, which is not judged there; more samples are needed</source>
        <translation>kein Beispiel der Klasse %1, die dort nicht beurteilt wird; es braucht mehr Beispiele</translation>
    </message>
    <message>
        <source>no sample of the classes %1, which are not learned; more samples are needed</source>
        <translation>kein Beispiel der Klassen %1, die so nicht gelernt werden; es braucht mehr Beispiele</translation>
    </message>
    <message>
        <source>no sample of the classes %1, which are not judged there; more samples are needed</source>
        <translation>kein Beispiel der Klassen %1, die dort nicht beurteilt werden; es braucht mehr Beispiele</translation>
    </message>
    <message>
        <source>test as the data say, validation by speaker, none in two splits (%1 speakers)</source>
        <translation>Test, wie die Daten sagen, Validierung nach Sprechern, keiner in zwei Teilen (%1 Sprecher)</translation>
    </message>
    <message>
        <source>test drawn by name, validation by the seed, class by class</source>
        <translation>Test nach Namen gezogen, Validierung nach dem Startwert, Klasse für Klasse</translation>
    </message>
    <message>
        <source>test as the data say, validation drawn by the seed, class by class</source>
        <translation>Test, wie die Daten sagen, Validierung nach dem Startwert gezogen, Klasse für Klasse</translation>
    </message>
    <message>
        <source>validation as the data say, test drawn by name</source>
        <translation>Validierung, wie die Daten sagen, Test nach Namen gezogen</translation>
    </message>
    <message>
        <source>validation drawn from the labelled clips, the rest is the test</source>
        <translation>Validierung aus den beschrifteten Aufnahmen gezogen, der Rest ist der Test</translation>
    </message>
    <message>
        <source>no samples are left; more are needed, or a larger share of them</source>
        <translation>kein Beispiel ist übrig; es braucht mehr davon oder einen größeren Anteil</translation>
    </message>
    <message>
        <source>no such folder; name the data folder with --data, or let &apos;dnas data fetch %1&apos; bring it</source>
        <translation>kein solcher Ordner; den Datenordner wählen oder die Daten von „dnas data fetch %1“ holen lassen</translation>
    </message>
    <message>
        <source>no such folder; unpack %1 from %2 into the data folder (--data), or let &apos;dnas data fetch&apos; bring it</source>
        <translation>kein solcher Ordner; %1 von %2 in den Datenordner entpacken oder von „dnas data fetch“ holen lassen</translation>
    </message>
    <message>
        <source>no such file; unpack %1 from %2 into the data folder (--data), or let &apos;dnas data fetch&apos; bring it</source>
        <translation>keine solche Datei; %1 von %2 in den Datenordner entpacken oder von „dnas data fetch“ holen lassen</translation>
    </message>
    <message>
        <source>is empty; unpack %1 from %2 into the data folder (--data), or let &apos;dnas data fetch&apos; bring it</source>
        <translation>ist leer; %1 von %2 in den Datenordner entpacken oder von „dnas data fetch“ holen lassen</translation>
    </message>
    <message>
        <source>record %1 (counted from 0) has %2 of %3 bytes: the file is truncated or not of the format %4; unpack %5 from %6 into the data folder (--data), or let &apos;dnas data fetch&apos; bring it</source>
        <translation>Datensatz %1 (von 0 an gezählt) hat %2 von %3 Bytes: Die Datei ist abgeschnitten oder nicht vom Format %4; %5 von %6 in den Datenordner entpacken oder von „dnas data fetch“ holen lassen</translation>
    </message>
    <message>
        <source>no such folder; put the data there, or name the data folder with --data</source>
        <translation>kein solcher Ordner; die Daten dort ablegen oder den Datenordner wählen</translation>
    </message>
    <message>
        <source>class &apos;%1&apos; has only files that are here under other names, too (links); give it files of its own, or take it out of the benchmark</source>
        <translation>die Klasse „%1“ hat nur Dateien, die hier auch unter anderen Namen stehen (Verknüpfungen); ihr eigene Dateien geben oder sie aus dem Benchmark nehmen</translation>
    </message>
    <message>
        <source>is not there, so whole speakers are drawn for the test; figures are not those of the published split</source>
        <translation>fehlt, also werden ganze Sprecher für den Test gezogen; die Ergebnisse sind nicht die der veröffentlichten Aufteilung</translation>
    </message>
</context>
<context>
    <name>PictureFile</name>
    <message>
        <source>Cannot write %1. Is the folder writable and the disk not full?</source>
        <translation>%1 lässt sich nicht schreiben. Ist der Ordner beschreibbar und die Platte nicht voll?</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>Als &amp;PNG speichern …</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Als &amp;SVG speichern …</translation>
    </message>
    <message>
        <source>SVG pictures (*.svg)</source>
        <translation>SVG-Bilder (*.svg)</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Als P&amp;DF speichern …</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>QMainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New study</source>
        <translation>&amp;Neue Studie</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Kopie speichern…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suche</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>S&amp;top and keep</source>
        <translation>&amp;Beenden und behalten</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>Abbrechen und &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Fit plots</source>
        <translation>Diagramme &amp;einpassen</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Paretoscope</source>
        <translation>Ü&amp;ber Paretoscope</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>wheel zooms, drag pans, Shift+drag selects, double click fits, + and − zoom, arrows pan, Ctrl+arrows move a limit (with Shift finely), Ctrl+C copies, Ctrl+T shows the table</source>
        <translation>Mausrad zoomt, Ziehen verschiebt, Shift+Ziehen wählt aus, Doppelklick passt ein, + und − zoomen, Pfeiltasten verschieben, Ctrl+Pfeiltasten bewegen eine Grenze (mit Shift fein), Ctrl+C kopiert, Ctrl+T zeigt die Tabelle</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Werk&amp;zeuge</translation>
    </message>
    <message>
        <source>&amp;Calibrate a board…</source>
        <translation>Board &amp;kalibrieren …</translation>
    </message>
    <message>
        <source>&amp;Resume the study</source>
        <translation>Studie fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>arrows choose a cell, N and Shift+N go through the mistakes, Ctrl+C copies, Ctrl+T shows lists</source>
        <translation>Pfeile wählen eine Zelle, N und Shift+N gehen durch die Fehler, Ctrl+C kopiert, Ctrl+T zeigt Listen</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+6</source>
        <translation>Alt+1 … Alt+6</translation>
    </message>
    <message>
        <source>Start, Setup, Data, Live, Layers, Pareto</source>
        <translation>Start, Einrichten, Daten, Live, Schichten, Pareto</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>% of seed</source>
        <translation>% vom Ausgangsnetz</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
</context>
<context>
    <name>Residuals</name>
    <message>
        <source>Measured energy, µJ</source>
        <translation>Gemessene Energie, µJ</translation>
    </message>
    <message>
        <source>Measured latency, ms</source>
        <translation>Gemessene Latenz, ms</translation>
    </message>
    <message>
        <source>Predicted energy, µJ</source>
        <translation>Vorhergesagte Energie, µJ</translation>
    </message>
    <message>
        <source>Predicted latency, ms</source>
        <translation>Vorhergesagte Latenz, ms</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>fitted</source>
        <translation>angepasst</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>wie gemessen</translation>
    </message>
    <message>
        <source>Nothing was measured of it.</source>
        <translation>Dazu gibt es keine Messungen.</translation>
    </message>
    <message>
        <source>%1: latency ± %2 %, energy ± %3 %</source>
        <translation>%1: Latenz ± %2 %, Energie ± %3 %</translation>
    </message>
    <message>
        <source>%1: latency ± %2 %</source>
        <translation>%1: Latenz ± %2 %</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Fitted</source>
        <translation>Angepasst</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeitumgebung</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>By the coefficients that are written to the board file</source>
        <translation>Mit den Koeffizienten, die in die Boarddatei geschrieben werden</translation>
    </message>
    <message>
        <source>Predicted by a fit that has not seen this network on this chip and library</source>
        <translation>Vorhergesagt mit einer Anpassung, die dieses Netz auf diesem Chip mit dieser Bibliothek nicht kennt</translation>
    </message>
    <message>
        <source>Held out against measured; ± is the root mean square of it</source>
        <translation>Zurückgehalten gegen gemessen; ± ist das quadratische Mittel davon</translation>
    </message>
</context>
<context>
    <name>WorkTexts</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>checking %1</source>
        <translation>%1 werden geprüft</translation>
    </message>
    <message>
        <source>fetching %1</source>
        <translation>%1 geholt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>, %1/s</source>
        <translation>, %1/s</translation>
    </message>
    <message>
        <source>unpacking %1 %, files and folders: %2</source>
        <translation>%1 % entpackt, Dateien und Ordner: %2</translation>
    </message>
    <message>
        <source>, about %1 remaining</source>
        <translation>, noch etwa %1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Architecture search for tiny devices, with a window on it</source>
        <translation>Architektursuche für Kleinstgeräte, mit Einblick</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>light (hell) oder dark (dunkel)</translation>
    </message>
    <message>
        <source>a study or a search spec to open</source>
        <translation>zu öffnende Studie oder Suchspezifikation</translation>
    </message>
</context>
<context>
    <name>paretoscope::BaselineFields</name>
    <message>
        <source>The widest network whose layers all keep the same share of their channels</source>
        <translation>Das breiteste Netz, dessen Schichten alle denselben Anteil ihrer Kanäle behalten</translation>
    </message>
    <message>
        <source>&amp;Magnitude pruning</source>
        <translation>Kleine Ge&amp;wichte stutzen</translation>
    </message>
    <message>
        <source>The network of the warm-up without its channels of least weight, trained on</source>
        <translation>Das Netz des Aufwärmens ohne die Kanäle mit den kleinsten Gewichten, weiter trainiert</translation>
    </message>
    <message>
        <source>Networks of random widths inside the targets, drawn this many times</source>
        <translation>Netze mit zufälligen Breiten innerhalb der Ziele, so oft gezogen</translation>
    </message>
    <message>
        <source>Random &amp;widths</source>
        <translation>Zufällige &amp;Breiten</translation>
    </message>
    <message>
        <source>Width multi&amp;plier</source>
        <translation>&amp;Gleichmäßig schmaler (Breitenfaktor)</translation>
    </message>
</context>
<context>
    <name>paretoscope::BoardCard</name>
    <message>
        <source>seed network</source>
        <translation>Ausgangsnetz</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>Kalibrieren…</translation>
    </message>
    <message>
        <source>What this board is</source>
        <translation>Angaben zu diesem Board</translation>
    </message>
    <message>
        <source>Fit this board&apos;s figures to your own measurements</source>
        <translation>Kennwerte dieses Boards an eigene Messungen anpassen</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>Versorgung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeitumgebung</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennwerte</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Facts of the board: %1</source>
        <translation>Quelle der Boardangaben: %1</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Energy follows the core voltage.</source>
        <translation>Die Energie folgt der Kernspannung.</translation>
    </message>
    <message>
        <source>Energy follows the square of the core voltage.</source>
        <translation>Die Energie folgt dem Quadrat der Kernspannung.</translation>
    </message>
    <message>
        <source>All: %1</source>
        <translation>Alle: %1</translation>
    </message>
    <message>
        <source>No board</source>
        <translation>Kein Board</translation>
    </message>
</context>
<context>
    <name>paretoscope::CalibrationFitPage</name>
    <message>
        <source>Fit</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>Each network is also predicted by a fit that has not seen it: “held out”. The stated error is the root mean square of these misses.</source>
        <translation>Jedes Netz wird auch mit einer Anpassung vorhergesagt, die seine Messungen nicht kennt: „zurückgehalten“. Der angegebene Fehler ist das quadratische Mittel dieser Abweichungen.</translation>
    </message>
    <message>
        <source>Progress of the fit</source>
        <translation>Fortschritt der Anpassung</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>&amp;Plot</source>
        <translation>&amp;Diagramm</translation>
    </message>
    <message>
        <source>Predicted against measured</source>
        <translation>Vorhersage gegen Messung</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>Reading the measurements…</source>
        <translation>Messungen werden gelesen…</translation>
    </message>
    <message>
        <source>Fitting everything together…</source>
        <translation>Anpassung an alle Messungen…</translation>
    </message>
    <message>
        <source>Predicting each network without it: fit %1 of %2</source>
        <translation>Kreuzvalidierung: Anpassung %1 von %2</translation>
    </message>
</context>
<context>
    <name>paretoscope::CalibrationInputPage</name>
    <message>
        <source>name or file; required</source>
        <translation>Name oder Datei; erforderlich</translation>
    </message>
    <message>
        <source>of one inference; empty where not measured</source>
        <translation>einer Inferenz; leer, wenn nicht gemessen</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>ebenso</translation>
    </message>
    <message>
        <source>of the board; empty: its first</source>
        <translation>des Boards; leer: die erste</translation>
    </message>
    <message>
        <source>where it was measured; empty: the board&apos;s default</source>
        <translation>Betriebspunkt der Messung; leer: Standard des Boards</translation>
    </message>
    <message>
        <source>a layer of the network; empty: all of it</source>
        <translation>eine Schicht des Netzes; leer: das ganze Netz</translation>
    </message>
    <message>
        <source>rows of other boards are passed over</source>
        <translation>Zeilen anderer Boards werden übersprungen</translation>
    </message>
    <message>
        <source>A CSV file with a header. Its columns:</source>
        <translation>Eine CSV-Datei mit Kopfzeile. Ihre Spalten:</translation>
    </message>
    <message>
        <source>At least %1 latencies of different networks or layers for each runtime.</source>
        <translation>Mindestens %1 Latenzen verschiedener Netze oder Schichten je Laufzeitumgebung.</translation>
    </message>
    <message>
        <source>Board and measurements</source>
        <translation>Board und Messungen</translation>
    </message>
    <message>
        <source>What was measured on the board decides about its figures; what few measurements leave open is taken from published ones of similar chips.</source>
        <translation>Messungen auf dem Board bestimmen seine Kennwerte; was wenige Messungen offenlassen, ergänzen veröffentlichte Messungen ähnlicher Chips.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>A&amp;uswählen…</translation>
    </message>
    <message>
        <source>Choose the file of measurements</source>
        <translation>Datei mit Messungen auswählen</translation>
    </message>
    <message>
        <source>Boa&amp;rd</source>
        <translation>Boa&amp;rd</translation>
    </message>
    <message>
        <source>&amp;Measurements</source>
        <translation>&amp;Messungen</translation>
    </message>
    <message>
        <source>Write an &amp;example…</source>
        <translation>&amp;Beispiel schreiben…</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>Tabellen (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Write an example</source>
        <translation>Beispiel schreiben</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Written. Put your own figures into it, then go on.</source>
        <translation>Geschrieben. Tragen Sie Ihre Messwerte ein und fahren Sie dann fort.</translation>
    </message>
</context>
<context>
    <name>paretoscope::CalibrationSavePage</name>
    <message>
        <source>&amp;Use this board in Setup</source>
        <translation>Dieses Board in „Einrichten“ &amp;verwenden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>A board file holds everything; it works by its path here and on the command line.</source>
        <translation>Eine Boarddatei enthält alles Nötige; hier und auf der Kommandozeile wird sie mit ihrem Pfad angegeben.</translation>
    </message>
    <message>
        <source>Board &amp;file</source>
        <translation>Board&amp;datei</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>A&amp;uswählen…</translation>
    </message>
    <message>
        <source>Choose the board file</source>
        <translation>Boarddatei auswählen</translation>
    </message>
    <message>
        <source>Save the board</source>
        <translation>Board speichern</translation>
    </message>
    <message>
        <source>YAML files (*.yaml *.yml)</source>
        <translation>YAML-Dateien (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>The name of a board file ends in .yaml.</source>
        <translation>Der Name einer Boarddatei endet auf .yaml.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>▲ This is too coarse for limits: look for wrong rows among the residuals, or measure more networks or layers.</source>
        <translation>▲ Das ist zu grob für Grenzen: nach falschen Zeilen unter den Abweichungen suchen oder mehr Netze oder Schichten messen.</translation>
    </message>
</context>
<context>
    <name>paretoscope::CalibrationWizard</name>
    <message>
        <source>Calibrate a board</source>
        <translation>Board kalibrieren</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Save board</source>
        <translation>Board &amp;speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>paretoscope::CandidateDetails</name>
    <message>
        <source>The same on the command line</source>
        <translation>Dasselbe auf der Kommandozeile</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write the network as ONNX or YAML, or all candidates as CSV (Ctrl+E)</source>
        <translation>Netz als ONNX oder YAML schreiben, oder alle Kandidaten als CSV (Ctrl+E)</translation>
    </message>
    <message>
        <source>No candidate is selected</source>
        <translation>Kein Kandidat ausgewählt</translation>
    </message>
    <message>
        <source>Click a point of the front or a row of the table.</source>
        <translation>Klicken Sie auf einen Punkt der Front oder eine Zeile der Tabelle.</translation>
    </message>
    <message>
        <source>Candidate %1 – %2</source>
        <translation>Kandidat %1 – %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Meets every limit of its run. Quality measured in %1.</source>
        <translation>Hält alle Grenzen seines Laufs ein. Qualität in %1 gemessen.</translation>
    </message>
    <message>
        <source>Over a limit of its run. Quality measured in %1.</source>
        <translation>Überschreitet eine Grenze seines Laufs. Qualität in %1 gemessen.</translation>
    </message>
    <message>
        <source>%1, measured on the validation split in %2</source>
        <translation>%1, auf den Validierungsdaten in %2 gemessen</translation>
    </message>
    <message>
        <source>%1, measured once on the test split in %2</source>
        <translation>%1, einmalig auf den Testdaten in %2 gemessen</translation>
    </message>
    <message>
        <source>Stopped before it was trained to the end. Quality measured in %1.</source>
        <translation>Angehalten, bevor es fertig trainiert war. Qualität in %1 gemessen.</translation>
    </message>
    <message>
        <source>magnitude pruning %1</source>
        <translation>kleine Gewichte gestutzt %1</translation>
    </message>
    <message>
        <source>random widths %1 (median), %2 (best of %3)</source>
        <translation>zufällige Breiten %1 (Median), %2 (beste von %3)</translation>
    </message>
    <message>
        <source>Held against it, on test: %1.</source>
        <translation>Zum Vergleich, auf den Testdaten: %1.</translation>
    </message>
    <message>
        <source>width multiplier %1</source>
        <translation>Breitenfaktor %1</translation>
    </message>
</context>
<context>
    <name>paretoscope::CandidateLines</name>
    <message>
        <source>Parallel coordinates of all candidates</source>
        <translation>Parallele Koordinaten aller Kandidaten</translation>
    </message>
</context>
<context>
    <name>paretoscope::CandidateModel</name>
    <message>
        <source>over a limit</source>
        <translation>über einer Grenze</translation>
    </message>
    <message>
        <source>on the front</source>
        <translation>auf der Front</translation>
    </message>
    <message>
        <source>dominated</source>
        <translation>dominiert</translation>
    </message>
    <message>
        <source>not modelled for this board</source>
        <translation>für dieses Board nicht modelliert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außerhalb</translation>
    </message>
    <message>
        <source>The candidate&apos;s number, as in “dnas show FILE.pscope NUMBER” and in exports</source>
        <translation>Die Nummer des Kandidaten, wie in „dnas show DATEI.pscope NUMMER“ und beim Exportieren</translation>
    </message>
    <message>
        <source>#</source>
        <comment>number of a candidate</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>Validation %1</source>
        <translation>%1 (Validierung)</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 (Test)</translation>
    </message>
</context>
<context>
    <name>paretoscope::CandidateTable</name>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
</context>
<context>
    <name>paretoscope::ClassCountModel</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>paretoscope::CommandLineRow</name>
    <message>
        <source>The same on the command line</source>
        <translation>Dasselbe auf der Kommandozeile</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>paretoscope::ConfusionGrid</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>There are no samples of “%1”.</source>
        <translation>Von „%1“ gibt es keine Beispiele.</translation>
    </message>
    <message>
        <source>“%1” is found: %2 of %3 (%4)</source>
        <translation>„%1“ wird erkannt: %2 von %3 (%4)</translation>
    </message>
    <message>
        <source>“%1” is taken for “%2”: %3 of %4 (%5)</source>
        <translation>„%1“ wird für „%2“ gehalten: %3 von %4 (%5)</translation>
    </message>
    <message>
        <source>Numbers: % of the true class. Hover or arrow keys read a cell, N the next mistake.</source>
        <translation>Zahlen: % der wahren Klasse. Maus oder Pfeiltasten lesen eine Zelle, N den nächsten Fehler.</translation>
    </message>
    <message>
        <source>Hover or arrow keys read a cell, N the next mistake; Ctrl+T shows lists.</source>
        <translation>Maus oder Pfeiltasten lesen eine Zelle, N den nächsten Fehler; Ctrl+T zeigt Listen.</translation>
    </message>
    <message numerus="yes">
        <source>%n classes; %1</source>
        <translation>
            <numerusform>%n Klasse; %1</numerusform>
            <numerusform>%n Klassen; %1</numerusform>
        </translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>gehalten für</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>wahre Klasse</translation>
    </message>
</context>
<context>
    <name>paretoscope::ConfusionTables</name>
    <message>
        <source>C&amp;onfused pairs</source>
        <translation>Verwechselte P&amp;aare</translation>
    </message>
    <message>
        <source>Cl&amp;asses</source>
        <translation>&amp;Klassen</translation>
    </message>
    <message>
        <source>Pairs of classes that are confused</source>
        <translation>Paare von Klassen, die verwechselt werden</translation>
    </message>
    <message>
        <source>Classes and what is found of them</source>
        <translation>Klassen und was von ihnen erkannt wird</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Wahre Klasse</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Gehalten für</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Of the true class</source>
        <translation>Von der wahren Klasse</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit der Vorhersage</translation>
    </message>
    <message>
        <source>Most often taken for</source>
        <translation>Am häufigsten gehalten für</translation>
    </message>
</context>
<context>
    <name>paretoscope::CostGauges</name>
    <message>
        <source>Costs against their limits</source>
        <translation>Kosten im Vergleich zu ihren Grenzen</translation>
    </message>
    <message>
        <source>, aim %1, %2</source>
        <translation>, Ziel %1, %2</translation>
    </message>
    <message>
        <source>, limit %1, %2</source>
        <translation>, Grenze %1, %2</translation>
    </message>
    <message>
        <source>on target</source>
        <translation>am Ziel</translation>
    </message>
    <message>
        <source>%1 % above</source>
        <translation>%1 % darüber</translation>
    </message>
    <message>
        <source>%1 % below</source>
        <translation>%1 % darunter</translation>
    </message>
    <message>
        <source>over by %1 %</source>
        <translation>um %1 % überschritten</translation>
    </message>
    <message>
        <source>%1 % to spare</source>
        <translation>%1 % Reserve</translation>
    </message>
    <message>
        <source>aim %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
</context>
<context>
    <name>paretoscope::DataChoiceRow</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>Choose the data folder</source>
        <translation>Den Datenordner wählen</translation>
    </message>
    <message>
        <source>&amp;Benchmark</source>
        <translation>&amp;Benchmark</translation>
    </message>
    <message>
        <source>Data fo&amp;lder</source>
        <translation>Daten&amp;ordner</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
</context>
<context>
    <name>paretoscope::DataPage</name>
    <message>
        <source>&amp;Other samples</source>
        <translation>A&amp;ndere Beispiele</translation>
    </message>
    <message>
        <source>Draws other training samples by chance</source>
        <translation>Zieht zufällig andere Trainingsbeispiele</translation>
    </message>
    <message>
        <source>Training samples as the network gets them</source>
        <translation>Trainingsbeispiele, wie das Netz sie bekommt</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>Dasselbe auf der Kommandozeile</translation>
    </message>
    <message>
        <source>Chec&amp;k every file</source>
        <translation>Jede Datei &amp;prüfen</translation>
    </message>
    <message>
        <source>F&amp;etch</source>
        <translation>&amp;Holen</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Progress of the check or the fetch</source>
        <translation>Fortschritt des Prüfens oder Holens</translation>
    </message>
    <message>
        <source>%p %</source>
        <translation>%p %</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen …</translation>
    </message>
    <message>
        <source>Samples are shown here when the data are there.</source>
        <translation>Hier stehen Beispiele, sobald die Daten da sind.</translation>
    </message>
    <message>
        <source>Every file was looked at; the data can be used.</source>
        <translation>Jede Datei wurde geprüft; die Daten sind brauchbar.</translation>
    </message>
    <message>
        <source>Every file was looked at; the data cannot be used, see the list.</source>
        <translation>Jede Datei wurde geprüft; die Daten sind nicht brauchbar, siehe Liste.</translation>
    </message>
    <message>
        <source>Fetched to %1, files: %2. %3.</source>
        <translation>Geholt nach %1, Dateien: %2. %3.</translation>
    </message>
    <message>
        <source>Decodes every file, as a search does before it begins:
%1</source>
        <translation>Dekodiert jede Datei, wie eine Suche es vor ihrem Beginn tut:
%1</translation>
    </message>
    <message>
        <source>Downloads and unpacks; goes on where an earlier fetch ended:
%1</source>
        <translation>Lädt herunter und entpackt; setzt dort fort, wo ein früheres Holen endete:
%1</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Ends the look, the check or the fetch; what came stays</source>
        <translation>Beendet das Nachsehen, Prüfen oder Holen; was schon da ist, bleibt</translation>
    </message>
    <message>
        <source>Stopped. Choose the benchmark or the folder again to look once more.</source>
        <translation>Angehalten. Den Benchmark oder den Ordner noch einmal wählen, um wieder nachzusehen.</translation>
    </message>
</context>
<context>
    <name>paretoscope::DataReportView</name>
    <message>
        <source>%1 (%2 %)</source>
        <comment>samples of a split and their share</comment>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>Training %1 · validation %2 · test %3, as a search with seed 1 splits them.</source>
        <translation>Training %1 · Validierung %2 · Test %3, wie eine Suche mit Startwert 1 sie aufteilt.</translation>
    </message>
    <message>
        <source>What is odd about it stands below; a search can begin.</source>
        <translation>Was auffällt, steht unten; eine Suche kann beginnen.</translation>
    </message>
    <message>
        <source>A search can begin.</source>
        <translation>Eine Suche kann beginnen.</translation>
    </message>
    <message>
        <source>An earlier fetch has left %1. Fetch goes on behind them.</source>
        <translation>Ein früheres Holen hat %1 hinterlassen. „Holen“ setzt dahinter fort.</translation>
    </message>
    <message>
        <source>Fetch brings %1 from %2 to %3.</source>
        <translation>„Holen“ bringt %1 von %2 nach %3.</translation>
    </message>
    <message>
        <source>Fetch brings them from %1 to %2.</source>
        <translation>„Holen“ bringt sie von %1 nach %2.</translation>
    </message>
    <message>
        <source>What is wrong stands below. To fetch them again, move %1 away first.</source>
        <translation>Was nicht stimmt, steht unten. Um sie neu zu holen, zuerst %1 wegräumen.</translation>
    </message>
    <message>
        <source>Files and what is to be said of them</source>
        <translation>Dateien und was zu ihnen zu sagen ist</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>What it is, what to do</source>
        <translation>Was es ist, was zu tun ist</translation>
    </message>
    <message>
        <source>Samples of each class</source>
        <translation>Beispiele je Klasse</translation>
    </message>
    <message>
        <source>The data can be used</source>
        <translation>Die Daten sind brauchbar</translation>
    </message>
    <message>
        <source>The data are not there yet</source>
        <translation>Die Daten sind noch nicht da</translation>
    </message>
    <message>
        <source>The data cannot be used</source>
        <translation>Die Daten sind nicht brauchbar</translation>
    </message>
    <message>
        <source>Put the data into %1 by hand, or choose above the data folder that holds them. There is no address to fetch them from.</source>
        <translation>Die Daten von Hand nach %1 legen, oder oben den Datenordner wählen, in dem sie sind. Es gibt keine Adresse, von der sie zu holen wären.</translation>
    </message>
    <message>
        <source>What is wrong stands below. Mend the files in %1 by hand; there is no address to fetch them from.</source>
        <translation>Was nicht stimmt, steht unten. Die Dateien in %1 von Hand in Ordnung bringen; es gibt keine Adresse, von der sie zu holen wären.</translation>
    </message>
    <message>
        <source>and %1 more; “dnas data info” lists them all</source>
        <translation>und %1 weitere; „dnas data info“ zeigt alle</translation>
    </message>
</context>
<context>
    <name>paretoscope::FigureTableModel</name>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>paretoscope::FrontHistory</name>
    <message>
        <source>Play how the front grew</source>
        <translation>Abspielen, wie die Front gewachsen ist</translation>
    </message>
    <message>
        <source>Candidates, from the first on</source>
        <translation>Kandidaten, vom ersten an</translation>
    </message>
    <message>
        <source>The front as it was when so many candidates had finished</source>
        <translation>Die Front, wie sie war, als so viele Kandidaten fertig waren</translation>
    </message>
    <message numerus="yes">
        <source>after %1 of %2 candidates</source>
        <translation>
            <numerusform>nach %1 von %2 Kandidat</numerusform>
            <numerusform>nach %1 von %2 Kandidaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hypervolume over time: %1 % after %2 candidates</source>
        <translation>
            <numerusform>Hypervolumen im Lauf der Zeit: %1 % nach %2 Kandidat</numerusform>
            <numerusform>Hypervolumen im Lauf der Zeit: %1 % nach %2 Kandidaten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paretoscope::FrontSummary</name>
    <message numerus="yes">
        <source>%1 of %2 candidates are on the front</source>
        <translation>
            <numerusform>%1 von %2 Kandidat liegt auf der Front</numerusform>
            <numerusform>%1 von %2 Kandidaten liegen auf der Front</numerusform>
        </translation>
    </message>
    <message>
        <source>; its knee is “%1”</source>
        <translation>; ihr Knie ist „%1“</translation>
    </message>
    <message>
        <source>Hypervolume: the share that the front dominates of the box between the best and the worst of all finished candidates. Its reference point is the worst corner: %1 at a cost of %2. It is the same on a logarithmic axis.</source>
        <translation>Hypervolumen: der Anteil, den die Front dominiert, am Rechteck zwischen dem Besten und dem Schlechtesten aller fertigen Kandidaten. Bezugspunkt ist die schlechteste Ecke: %1 bei Kosten von %2. Auf einer logarithmischen Achse ist es dasselbe.</translation>
    </message>
    <message>
        <source>%1 of %2 are inside the limits.</source>
        <translation>%1 von %2 liegen innerhalb der Grenzen.</translation>
    </message>
    <message>
        <source>Hypervolume %1 % (reference: %2 at %3).</source>
        <translation>Hypervolumen %1 % (Bezugspunkt: %2 bei %3).</translation>
    </message>
</context>
<context>
    <name>paretoscope::LayerTableModel</name>
    <message>
        <source>depthwise</source>
        <translation>depthwise</translation>
    </message>
    <message>
        <source>grouped</source>
        <translation>gruppiert</translation>
    </message>
    <message>
        <source>%1 of %2 output channels kept</source>
        <translation>%1 von %2 Ausgangskanälen behalten</translation>
    </message>
    <message>
        <source>; not searched</source>
        <translation>; nicht durchsucht</translation>
    </message>
    <message>
        <source>%1 MACs, counted</source>
        <translation>%1 MACs, gezählt</translation>
    </message>
    <message>
        <source>Weights without bias and normalisation, counted</source>
        <translation>Gewichte ohne Bias und Normierung, gezählt</translation>
    </message>
    <message>
        <source>Weights at their bits and tables of this layer</source>
        <translation>Gewichte mit ihrer Bitbreite und Tabellen dieser Schicht</translation>
    </message>
    <message>
        <source>The board has no model of it</source>
        <translation>Das Board hat dafür kein Modell</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Width kept</source>
        <translation>Behaltene Breite</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>everything else</source>
        <translation>alles andere</translation>
    </message>
    <message>
        <source>Layers without weights, the code of the runtime, and what a call costs as such</source>
        <translation>Schichten ohne Gewichte, der Code der Laufzeitumgebung und was ein Aufruf an sich kostet</translation>
    </message>
    <message>
        <source>All tensors that are alive while this layer runs, of the arena</source>
        <translation>Alle Tensoren, die leben, während diese Schicht läuft, von der Arena</translation>
    </message>
    <message>
        <source>%1 of the whole network: %2, %3</source>
        <translation>%1 des ganzen Netzes: %2, %3</translation>
    </message>
    <message>
        <source>Of a layer: what is alive while it runs, and its share of the arena.</source>
        <translation>Einer Schicht: was lebt, während sie läuft, und dessen Anteil an der Arena.</translation>
    </message>
    <message>
        <source>A click sorts; a third one restores the order of the network.</source>
        <translation>Ein Klick sortiert; ein dritter stellt die Reihenfolge des Netzes wieder her.</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
</context>
<context>
    <name>paretoscope::LayersPage</name>
    <message>
        <source>Sho&amp;w</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>Replay the search</source>
        <translation>Suche wiedergeben</translation>
    </message>
    <message>
        <source>Epoch of the search</source>
        <translation>Epoche der Suche</translation>
    </message>
    <message>
        <source>No network to look at yet.
Open a study, or start a search and watch its layers shrink.</source>
        <translation>Noch kein Netz zu sehen.
Öffnen Sie eine Studie, oder starten Sie eine Suche und sehen Sie zu, wie die Schichten schrumpfen.</translation>
    </message>
    <message>
        <source>Seed network</source>
        <translation>Ausgangsnetz</translation>
    </message>
    <message>
        <source>Newest run</source>
        <translation>Neuester Lauf</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Suche: %1</translation>
    </message>
    <message>
        <source>Candidate %1: %2</source>
        <translation>Kandidat %1: %2</translation>
    </message>
    <message>
        <source>as it was given</source>
        <translation>wie vorgegeben</translation>
    </message>
    <message>
        <source>as derived</source>
        <translation>wie abgeleitet</translation>
    </message>
    <message>
        <source>the search has not begun</source>
        <translation>die Suche hat noch nicht begonnen</translation>
    </message>
    <message>
        <source>%1, epoch %2 of %3</source>
        <translation>%1, Epoche %2 von %3</translation>
    </message>
    <message>
        <source>The tensors in memory, step by step, stand here.</source>
        <translation>Hier stehen Schritt für Schritt die Tensoren im Speicher.</translation>
    </message>
    <message>
        <source>The board has no runtime, so the memory of a network is not known.</source>
        <translation>Das Board hat keine Laufzeitumgebung, daher ist der Speicherbedarf eines Netzes nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
</context>
<context>
    <name>paretoscope::LayersView</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>No candidate chosen yet.</source>
        <translation>Noch kein Kandidat gewählt.</translation>
    </message>
</context>
<context>
    <name>paretoscope::LearningRateField</name>
    <message>
        <source>L&amp;earning rate (peak)</source>
        <translation>L&amp;ernrate (Gipfel)</translation>
    </message>
    <message>
        <source>Of the weights: the peak of the schedule. What you say here holds for the phases to come too</source>
        <translation>Der Gewichte: der Gipfel ihres Verlaufs. Was Sie hier sagen, gilt auch für die Phasen, die noch kommen</translation>
    </message>
</context>
<context>
    <name>paretoscope::LivePage</name>
    <message>
        <source>Change all ru&amp;ns</source>
        <translation>Alle Läufe ä&amp;ndern</translation>
    </message>
    <message>
        <source>A change reaches every run of the search, also those that start later</source>
        <translation>Eine Änderung gilt für alle Läufe der Suche, auch für später startende</translation>
    </message>
    <message>
        <source>Nothing to watch yet.
Set up a search and start it, or open a study.</source>
        <translation>Noch nichts zu beobachten.
Richten Sie eine Suche ein und starten Sie sie, oder öffnen Sie eine Studie.</translation>
    </message>
    <message>
        <source>%1 “Change all runs” reaches those that still search.</source>
        <translation>%1 „Alle Läufe ändern“ erreicht die Läufe, die noch suchen.</translation>
    </message>
    <message>
        <source>No search is running: there is nothing to steer.</source>
        <translation>Keine Suche läuft: Es gibt nichts zu steuern.</translation>
    </message>
    <message>
        <source>This run has ended.</source>
        <translation>Dieser Lauf ist beendet.</translation>
    </message>
    <message>
        <source>The search is about to end.</source>
        <translation>Die Suche wird gerade beendet.</translation>
    </message>
    <message>
        <source>The network of this run is found; fine-tuning knows no strengths and targets.</source>
        <translation>Das Netz dieses Laufs ist gefunden; die Feinabstimmung kennt keine Stärken und Ziele.</translation>
    </message>
    <message>
        <source>Only a run that is being trained has one.</source>
        <translation>Nur ein Lauf, der gerade trainiert wird, hat eine.</translation>
    </message>
    <message>
        <source>Nothing to watch: the search could not start.
Mend what the line above names, and start it again in Setup.</source>
        <translation>Nichts zu sehen: Die Suche konnte nicht beginnen.
Beheben, was die Zeile oben nennt, und sie in „Einrichten“ noch einmal starten.</translation>
    </message>
    <message>
        <source>Nothing is searched in this run: it has no strengths and targets.</source>
        <translation>In diesem Lauf wird nichts gesucht: Er hat keine Stärken und Ziele.</translation>
    </message>
    <message>
        <source>Another process trains this study&apos;s runs; “dnas steer” reaches them.</source>
        <translation>Ein anderer Prozess trainiert die Läufe dieser Studie; „dnas steer“ erreicht sie.</translation>
    </message>
</context>
<context>
    <name>paretoscope::LiveStatus</name>
    <message>
        <source>%p %</source>
        <translation>%p %</translation>
    </message>
    <message>
        <source>Progress of the whole search</source>
        <translation>Fortschritt der gesamten Suche</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Hold the search at the next step (Space)</source>
        <translation>Suche beim nächsten Schritt anhalten (Space)</translation>
    </message>
    <message>
        <source>S&amp;top and keep</source>
        <translation>&amp;Beenden und behalten</translation>
    </message>
    <message>
        <source>End the search; everything that is finished stays</source>
        <translation>Suche beenden; alles Fertige bleibt erhalten</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>End the search and drop the candidates in progress</source>
        <translation>Suche abbrechen und die laufenden Kandidaten verwerfen</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>%1: epoch %2 of %3, step %4 of %5</source>
        <translation>%1: Epoche %2 von %3, Schritt %4 von %5</translation>
    </message>
    <message>
        <source>%1 runs at once – newest in %2</source>
        <translation>%1 Läufe gleichzeitig – neuester: %2</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>%1 elapsed</source>
        <translation>%1 vergangen</translation>
    </message>
    <message>
        <source>no search has run yet</source>
        <translation>noch keine Suche gelaufen</translation>
    </message>
    <message>
        <source>paused – %1</source>
        <translation>pausiert – %1</translation>
    </message>
    <message>
        <source>stopping – %1</source>
        <translation>wird beendet – %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number of runs, and their state</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Opened study without runs</source>
        <translation>Geöffnete Studie ohne Läufe</translation>
    </message>
    <message>
        <source>Opened study, its runs: %1</source>
        <translation>Geöffnete Studie, ihre Läufe: %1</translation>
    </message>
    <message>
        <source>The search has failed: %1</source>
        <translation>Die Suche ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>The search could not start: %1</source>
        <translation>Die Suche konnte nicht beginnen: %1</translation>
    </message>
    <message>
        <source>%1 samples/s</source>
        <translation>%1 Beispiele/s</translation>
    </message>
    <message>
        <source>Another process searches in this study, its runs: %1</source>
        <translation>Ein anderer Prozess sucht in dieser Studie, ihre Läufe: %1</translation>
    </message>
    <message>
        <source>Another process searches in this study</source>
        <translation>Ein anderer Prozess sucht in dieser Studie</translation>
    </message>
</context>
<context>
    <name>paretoscope::MainWindow</name>
    <message>
        <source>The spec is saved as %1.</source>
        <translation>Die Spezifikation wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>A copy is saved as %1.</source>
        <translation>Eine Kopie wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Paretoscope</source>
        <translation>Paretoscope</translation>
    </message>
    <message>
        <source>Candidates: %1</source>
        <translation>Kandidaten: %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Paused – </source>
        <translation>Pausiert – </translation>
    </message>
    <message>
        <source>Stopping – </source>
        <translation>Wird beendet – </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Studies and specs (*.pscope *.yaml *.yml);;All files (*)</source>
        <translation>Studien und Spezifikationen (*.pscope *.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Studie öffnen</translation>
    </message>
    <message>
        <source> Failed: %1; Live says why.</source>
        <translation> Fehlgeschlagen: %1; den Grund zeigt die Seite Live.</translation>
    </message>
    <message>
        <source>A search is running. What is finished can be kept.</source>
        <translation>Eine Suche läuft. Fertige Ergebnisse können behalten werden.</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Beenden und behalten</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Abbrechen und verwerfen</translation>
    </message>
    <message>
        <source>/%1 copy.pscope</source>
        <translation>/%1 Kopie.pscope</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Studies (*.pscope)</source>
        <translation>Studien (*.pscope)</translation>
    </message>
    <message>
        <source>All candidates as a table (*.csv)</source>
        <translation>Alle Kandidaten als Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>ONNX (*.onnx);;Network as YAML (*.yaml);;%1</source>
        <translation>ONNX (*.onnx);;Netz als YAML (*.yaml);;%1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>About Paretoscope</source>
        <translation>Über Paretoscope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Paretoscope %1&lt;/h3&gt;&lt;p&gt;Architecture search for tiny devices, with a window on it.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Paretoscope %1&lt;/h3&gt;&lt;p&gt;Architektursuche für Kleinstgeräte, mit Einblick.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The weights go into a file of their own, but %1 is there already.</source>
        <translation>Die Gewichte kommen in eine eigene Datei, aber %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Exported to %1, the weights to %2.</source>
        <translation>Nach %1 exportiert, die Gewichte nach %2.</translation>
    </message>
    <message>
        <source>The calibrated board is saved as %1.</source>
        <translation>Das kalibrierte Board ist als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The search of this study was cut off.</source>
        <translation>Die Suche dieser Studie wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The search of this study was ended early.</source>
        <translation>Die Suche dieser Studie wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>%1 Runs done: %2, left: %3. It goes on behind the last epoch that was kept.</source>
        <translation>%1 Läufe fertig: %2, offen: %3. Sie geht hinter der letzten gesicherten Epoche weiter.</translation>
    </message>
    <message>
        <source>The search is %1. Runs done: %2</source>
        <translation>Suche %1. Läufe fertig: %2</translation>
    </message>
    <message>
        <source>, there already: %1</source>
        <translation>, schon vorhanden: %1</translation>
    </message>
    <message>
        <source>, candidates: %1.</source>
        <translation>, Kandidaten: %1.</translation>
    </message>
    <message>
        <source>The search is stopped.</source>
        <translation>Die Suche ist beendet.</translation>
    </message>
</context>
<context>
    <name>paretoscope::MemoryBars</name>
    <message>
        <source>Memories of the board</source>
        <translation>Speicher des Boards</translation>
    </message>
    <message>
        <source>%1, over by %2 %</source>
        <translation>%1, um %2 % zu viel</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>paretoscope::MemoryTimeline</name>
    <message>
        <source>No network chosen yet.</source>
        <translation>Noch kein Netz gewählt.</translation>
    </message>
    <message>
        <source>Memory timeline</source>
        <translation>Speicherverlauf</translation>
    </message>
    <message>
        <source>RAM peak %1 at %2</source>
        <translation>RAM-Spitze %1 bei %2</translation>
    </message>
    <message>
        <source>RAM peak %1, set by %2 and %3</source>
        <translation>RAM-Spitze %1, bestimmt von %2 und %3</translation>
    </message>
    <message>
        <source>%1; still needed: %2</source>
        <translation>%1; noch gebraucht: %2</translation>
    </message>
    <message>
        <source>Output of %1: %2 (%3), counted</source>
        <translation>Ausgabe von %1: %2 (%3), gezählt</translation>
    </message>
    <message>
        <source>in memory at step %1 of %2 only</source>
        <translation>nur in Schritt %1 von %2 im Speicher</translation>
    </message>
    <message>
        <source>in memory from step %1 to %2 of %3, until %4 has run</source>
        <translation>von Schritt %1 bis %2 von %3 im Speicher, bis %4 gerechnet hat</translation>
    </message>
    <message>
        <source>seed network %1</source>
        <translation>Ausgangsnetz %1</translation>
    </message>
    <message>
        <source>%1 (the lower bound)</source>
        <translation>%1 (die untere Schranke)</translation>
    </message>
    <message>
        <source>%1 (lower bound %2)</source>
        <translation>%1 (untere Schranke %2)</translation>
    </message>
    <message>
        <source>at offset %1 of the arena, up to %2</source>
        <translation>bei Versatz %1 der Arena, bis %2</translation>
    </message>
    <message>
        <source>alive at the fullest step, %1</source>
        <translation>lebt beim vollsten Schritt, %1</translation>
    </message>
    <message>
        <source>arena %1 = lower bound</source>
        <translation>Arena %1 = untere Schranke</translation>
    </message>
    <message>
        <source>arena %1</source>
        <translation>Arena %1</translation>
    </message>
    <message>
        <source>lower bound %1</source>
        <translation>untere Schranke %1</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>paretoscope::MemoryView</name>
    <message>
        <source>Ta&amp;ble</source>
        <translation>Ta&amp;belle</translation>
    </message>
    <message>
        <source>Show the tensors as a table (Ctrl+T)</source>
        <translation>Die Tensoren als Tabelle zeigen (Ctrl+T)</translation>
    </message>
    <message>
        <source>Tensors in memory</source>
        <translation>Tensoren im Speicher</translation>
    </message>
    <message>
        <source>Output of</source>
        <translation>Ausgabe von</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Written at step</source>
        <translation>Geschrieben in Schritt</translation>
    </message>
    <message>
        <source>Needed until</source>
        <translation>Gebraucht bis</translation>
    </message>
    <message>
        <source>At the peak</source>
        <translation>An der Spitze</translation>
    </message>
    <message>
        <source>yes, sets it</source>
        <translation>ja, bestimmt sie</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Offset, B</source>
        <translation>Versatz, B</translation>
    </message>
</context>
<context>
    <name>paretoscope::MessageBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
</context>
<context>
    <name>paretoscope::MetricBadge</name>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>modelled</source>
        <translation>modelliert</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>, ± %1 %</source>
        <translation>, ± %1 %</translation>
    </message>
    <message>
        <source>, %1 MHz</source>
        <translation>, %1 MHz</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 ± %2 %</source>
        <translation>%1 ± %2 %</translation>
    </message>
    <message>
        <source>Counted: it follows from the network alone and is exact.</source>
        <translation>Gezählt: folgt allein aus dem Netz und ist genau.</translation>
    </message>
    <message>
        <source>Modelled: a formula with coefficients that come from elsewhere, not from this board.</source>
        <translation>Modelliert: eine Formel mit Koeffizienten, die anderswoher stammen, nicht von diesem Board.</translation>
    </message>
    <message>
        <source>Calibrated: a formula that was fitted to measurements.</source>
        <translation>Kalibriert: eine Formel, die an Messungen angepasst wurde.</translation>
    </message>
    <message>
        <source>Measured on the board itself.</source>
        <translation>Auf dem Board selbst gemessen.</translation>
    </message>
    <message>
        <source>Its error is stated as ± %1 %.</source>
        <translation>Ihr Fehler ist mit ± %1 % angegeben.</translation>
    </message>
</context>
<context>
    <name>paretoscope::NavigationBar</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Begin or open</source>
        <translation>Beginnen oder öffnen</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>What to search, and the limits</source>
        <translation>Was gesucht wird, und die Grenzen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Watch and steer the search</source>
        <translation>Suche beobachten und steuern</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Widths and costs of every layer</source>
        <translation>Breiten und Kosten jeder Schicht</translation>
    </message>
    <message>
        <source>Pareto</source>
        <translation>Pareto</translation>
    </message>
    <message>
        <source>Candidates, cost against quality</source>
        <translation>Kandidaten, Kosten gegen Qualität</translation>
    </message>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1 (Alt+%2)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>What is there to train on; fetch and check it</source>
        <translation>Was zum Trainieren da ist; holen und prüfen</translation>
    </message>
</context>
<context>
    <name>paretoscope::ObjectiveCard</name>
    <message>
        <source>Term %1</source>
        <translation>Term %1</translation>
    </message>
    <message>
        <source>Remove term %1</source>
        <translation>Term %1 entfernen</translation>
    </message>
    <message>
        <source>Target of term %1</source>
        <translation>Ziel von Term %1</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation>Art des Ziels</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>close to</source>
        <translation>nahe bei</translation>
    </message>
    <message>
        <source>minimised</source>
        <translation>minimiert</translation>
    </message>
    <message>
        <source>A limit: candidates above it are infeasible</source>
        <translation>Eine Grenze: Kandidaten darüber sind unzulässig</translation>
    </message>
    <message>
        <source>An aim, from both sides: missing it makes no candidate infeasible</source>
        <translation>Ein Ziel, von beiden Seiten: es zu verfehlen macht keinen Kandidaten unzulässig</translation>
    </message>
    <message>
        <source>As small as the strength makes it</source>
        <translation>So klein, wie die Stärke es macht</translation>
    </message>
    <message>
        <source>Remove this term</source>
        <translation>Diesen Term entfernen</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Unit of the target</source>
        <translation>Einheit des Ziels</translation>
    </message>
    <message>
        <source>Further targets</source>
        <translation>Weitere Ziele</translation>
    </message>
    <message>
        <source>e.g. 25, 75</source>
        <translation>z. B. 25, 75</translation>
    </message>
    <message>
        <source>auto, a normalised strength, or a list for a sweep: 0, 0.1, 1
auto × 2 doubles the automatic strength; raw 1e-6 multiplies the bare cost</source>
        <translation>auto, eine normierte Stärke oder eine Liste für eine Reihe von Läufen: 0, 0.1, 1
auto × 2 verdoppelt die automatische Stärke; raw 1e-6 multipliziert die reinen Kosten</translation>
    </message>
    <message>
        <source>Not understood: numbers, perhaps with units, separated by commas</source>
        <translation>Nicht verstanden: Zahlen, auch mit Einheiten, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Further targets, separated by commas: one run for each. Without a unit they are in that of the first; shares and amounts may stand side by side: 75 %, 40 KiB</source>
        <translation>Weitere Ziele, durch Kommas getrennt: je Ziel ein Lauf. Ohne Einheit gilt die des ersten; Anteile und Mengen dürfen nebeneinander stehen: 75 %, 40 KiB</translation>
    </message>
</context>
<context>
    <name>paretoscope::ObjectiveEditor</name>
    <message>
        <source>&amp;Add a term</source>
        <translation>Te&amp;rm hinzufügen</translation>
    </message>
</context>
<context>
    <name>paretoscope::ParallelView</name>
    <message>
        <source>Front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>Dominated</source>
        <translation>Dominiert</translation>
    </message>
    <message>
        <source>Outside limits</source>
        <translation>Außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>Seed network</source>
        <translation>Ausgangsnetz</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lines are inside the brushes.</source>
        <translation>
            <numerusform>%1 von %n Linie liegt in den Auswahlbereichen.</numerusform>
            <numerusform>%1 von %n Linien liegen in den Auswahlbereichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Axis %1 of %2: %3, %4 to %5.</source>
        <translation>Achse %1 von %2: %3, %4 bis %5.</translation>
    </message>
    <message>
        <source>Brushed from %1 to %2.</source>
        <translation>Ausgewählt von %1 bis %2.</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>Parallele Koordinaten</translation>
    </message>
    <message>
        <source>&amp;Logarithmic	L</source>
        <translation>&amp;Logarithmisch	L</translation>
    </message>
    <message>
        <source>&amp;Flipped	F</source>
        <translation>&amp;Umgedreht	F</translation>
    </message>
    <message>
        <source>Clear &amp;brush	Del</source>
        <translation>&amp;Bereich löschen	Entf</translation>
    </message>
    <message>
        <source>Clear &amp;all brushes</source>
        <translation>&amp;Alle Bereiche löschen</translation>
    </message>
    <message>
        <source>&amp;Copy picture	Ctrl+C</source>
        <translation>Bild &amp;kopieren	Strg+C</translation>
    </message>
    <message>
        <source>Save parallel coordinates</source>
        <translation>Parallele Koordinaten speichern</translation>
    </message>
    <message>
        <source>Save rows inside the brushes as CS&amp;V…</source>
        <translation>Ausgewählte Zeilen als CS&amp;V speichern …</translation>
    </message>
    <message>
        <source>Double click flips the axis, a drag along it brushes a range.</source>
        <translation>Doppelklick dreht die Achse um, Ziehen entlang der Achse wählt einen Bereich.</translation>
    </message>
    <message>
        <source>Nothing to compare yet.</source>
        <translation>Noch nichts zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>paretoscope::ParetoLimits</name>
    <message>
        <source>Cost at &amp;most</source>
        <translation>Koste&amp;n höchstens</translation>
    </message>
    <message>
        <source>Highest cost inside</source>
        <translation>Höchste Kosten innerhalb</translation>
    </message>
    <message>
        <source>Quali&amp;ty at least</source>
        <translation>Qualität &amp;mindestens</translation>
    </message>
    <message>
        <source>Lowest quality inside, in percent</source>
        <translation>Niedrigste Qualität innerhalb, in Prozent</translation>
    </message>
    <message>
        <source>Lowest %1 inside</source>
        <translation>Kleinste %1 innerhalb</translation>
    </message>
</context>
<context>
    <name>paretoscope::ParetoPage</name>
    <message>
        <source>No candidates yet.
Every finished run adds one. Open a study, or start a search.</source>
        <translation>Noch keine Kandidaten.
Jeder fertige Lauf liefert einen. Öffnen Sie eine Studie, oder starten Sie eine Suche.</translation>
    </message>
    <message>
        <source>F&amp;ront</source>
        <translation>&amp;Front</translation>
    </message>
    <message>
        <source>&amp;Parallel</source>
        <translation>&amp;Parallel</translation>
    </message>
    <message>
        <source>Two metrics against each other</source>
        <translation>Zwei Kennzahlen gegeneinander</translation>
    </message>
    <message>
        <source>All metrics side by side, a line a candidate</source>
        <translation>Alle Kennzahlen nebeneinander, eine Linie je Kandidat</translation>
    </message>
    <message numerus="yes">
        <source>%n inside the brushes.</source>
        <translation>
            <numerusform>%n innerhalb der Bereiche.</numerusform>
            <numerusform>%n innerhalb der Bereiche.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quality &amp;details</source>
        <translation>Qualität im &amp;Detail</translation>
    </message>
    <message>
        <source>What the selected candidate gets right and wrong, by class or by machine</source>
        <translation>Was der ausgewählte Kandidat richtig und falsch macht, nach Klassen oder nach Maschinen</translation>
    </message>
</context>
<context>
    <name>paretoscope::ParetoToolBar</name>
    <message>
        <source>Validation quality</source>
        <translation>Qualität (Validierung)</translation>
    </message>
    <message>
        <source>Test quality</source>
        <translation>Qualität (Test)</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>Lo&amp;g</translation>
    </message>
    <message>
        <source>Logarithmic cost axis</source>
        <translation>Logarithmische Kostenachse</translation>
    </message>
    <message>
        <source>P&amp;ublished</source>
        <translation>&amp;Veröffentlicht</translation>
    </message>
    <message>
        <source>Mark networks of papers for the same benchmark</source>
        <translation>Netze aus Veröffentlichungen zum selben Benchmark markieren</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>G&amp;renzen</translation>
    </message>
    <message>
        <source>Try out limits: drag their lines in the plot. The study stays as it is.</source>
        <translation>Grenzen ausprobieren: ihre Linien im Bild ziehen. Die Studie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>&amp;Cost</source>
        <translation>&amp;Kosten</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>No published figures are known for this benchmark</source>
        <translation>Zu diesem Benchmark sind keine veröffentlichten Zahlen bekannt</translation>
    </message>
</context>
<context>
    <name>paretoscope::PlotView</name>
    <message>
        <source>Save the plot</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>&amp;Copy picture	Ctrl+C</source>
        <translation>Bild &amp;kopieren	Ctrl+C</translation>
    </message>
    <message>
        <source>Save visible points as CS&amp;V…</source>
        <translation>Sichtbare Punkte als CS&amp;V speichern…</translation>
    </message>
    <message>
        <source>&amp;Fit	Home</source>
        <translation>&amp;Einpassen	Home</translation>
    </message>
    <message>
        <source>Logarithmic &amp;x axis</source>
        <translation>Logarithmische &amp;x-Achse</translation>
    </message>
    <message>
        <source>Logarithmic &amp;y axis</source>
        <translation>Logarithmische &amp;y-Achse</translation>
    </message>
    <message>
        <source>S&amp;eries</source>
        <translation>&amp;Reihen</translation>
    </message>
    <message>
        <source>Show &amp;plot	Ctrl+T</source>
        <translation>Dia&amp;gramm zeigen	Ctrl+T</translation>
    </message>
    <message>
        <source>Show &amp;table	Ctrl+T</source>
        <translation>&amp;Tabelle zeigen	Ctrl+T</translation>
    </message>
    <message>
        <source>Plot of %1 over %2</source>
        <translation>Diagramm: %1 über %2</translation>
    </message>
    <message numerus="yes">
        <source>%n points; Ctrl+T shows them as a table</source>
        <translation>
            <numerusform>%n Punkt; Ctrl+T zeigt ihn als Tabelle</numerusform>
            <numerusform>%n Punkte; Ctrl+T zeigt sie als Tabelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation>Tabelle zu %1</translation>
    </message>
    <message>
        <source>marks: %1</source>
        <translation>Marken: %1</translation>
    </message>
</context>
<context>
    <name>paretoscope::QualityView</name>
    <message>
        <source>Spl&amp;it</source>
        <translation>Te&amp;il</translation>
    </message>
    <message>
        <source>No candidate is selected.</source>
        <translation>Es ist kein Kandidat ausgewählt.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Whose samples are counted. Validation alone decides what is on the front.</source>
        <translation>Wessen Beispiele gezählt werden. Nur die Validierung entscheidet, was auf der Front liegt.</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>Ta&amp;belle</translation>
    </message>
    <message>
        <source>Show lists instead of the picture (Ctrl+T)</source>
        <translation>Listen statt des Bildes zeigen (Ctrl+T)</translation>
    </message>
    <message>
        <source>A picture of %1 classes could not be read: these are lists of them</source>
        <translation>Ein Bild von %1 Klassen wäre nicht zu lesen: Dies sind Listen davon</translation>
    </message>
    <message>
        <source>%1 of %2 samples are right.</source>
        <translation>%1 von %2 Beispielen sind richtig.</translation>
    </message>
    <message>
        <source>Among the five best: %1.</source>
        <translation>Unter den fünf besten: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Confused most: “%1” taken for “%2” (%3 samples).</source>
        <translation>
            <numerusform>Am häufigsten verwechselt: „%1“ wird für „%2“ gehalten (%3 Beispiel).</numerusform>
            <numerusform>Am häufigsten verwechselt: „%1“ wird für „%2“ gehalten (%3 Beispiele).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>AUC %1, mean of %n machines.</source>
        <translation>
            <numerusform>AUC %1 von %n Maschine.</numerusform>
            <numerusform>AUC %1, Mittel über %n Maschinen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Partial AUC %1, at up to 10 % of false alarms.</source>
        <translation>Teil-AUC %1, bei bis zu 10 % Fehlalarmen.</translation>
    </message>
    <message>
        <source>&amp;Copy picture	Ctrl+C</source>
        <translation>Bild &amp;kopieren	Ctrl+C</translation>
    </message>
    <message>
        <source>Save the confusion matrix</source>
        <translation>Verwechslungsmatrix speichern</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>Save all counts as CS&amp;V…</source>
        <translation>Alle Anzahlen als CS&amp;V speichern …</translation>
    </message>
    <message>
        <source>Show &amp;picture	Ctrl+T</source>
        <translation>Bi&amp;ld zeigen	Ctrl+T</translation>
    </message>
    <message>
        <source>Show &amp;lists	Ctrl+T</source>
        <translation>&amp;Listen zeigen	Ctrl+T</translation>
    </message>
</context>
<context>
    <name>paretoscope::RecipeCombo</name>
    <message>
        <source>How it is trained; choosing one sets the epochs below, too</source>
        <translation>Wie trainiert wird; eine Auswahl setzt auch die Epochen darunter</translation>
    </message>
    <message>
        <source>the benchmark&apos;s usual one</source>
        <translation>das übliche des Benchmarks</translation>
    </message>
    <message>
        <source>as the spec has it</source>
        <translation>wie in der Spezifikation</translation>
    </message>
</context>
<context>
    <name>paretoscope::ResourceCombo</name>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>YAML files (*.yaml *.yml)</source>
        <translation>YAML-Dateien (*.yaml *.yml)</translation>
    </message>
</context>
<context>
    <name>paretoscope::RunList</name>
    <message>
        <source>shared warm-up</source>
        <translation>gemeinsames Aufwärmen</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Fo&amp;llow the newest</source>
        <translation>Dem neuesten f&amp;olgen</translation>
    </message>
    <message>
        <source>left run %1 behind epoch %2 of its search</source>
        <translation>verließ Lauf %1 hinter Epoche %2 der Suche</translation>
    </message>
    <message>
        <source>target</source>
        <comment>of a metric</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>fork behind epoch %1</source>
        <translation>Abzweig nach Epoche %1</translation>
    </message>
    <message>
        <source>steered: %1</source>
        <translation>gesteuert: %1</translation>
    </message>
</context>
<context>
    <name>paretoscope::SampleGallery</name>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>To the right: seconds. Upwards: %1. Colours:</source>
        <translation>Nach rechts: Sekunden. Nach oben: %1. Farben:</translation>
    </message>
    <message>
        <source>Colours from %1 to %2</source>
        <translation>Farben von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>paretoscope::SelectedQuality</name>
    <message>
        <source>No candidate is selected.
Click a row of the table, or a point of the front.</source>
        <translation>Es ist kein Kandidat ausgewählt.
Klicken Sie auf eine Zeile der Tabelle oder einen Punkt der Front.</translation>
    </message>
    <message>
        <source>This candidate was never measured: its run did not get that far.</source>
        <translation>Dieser Kandidat wurde nie gemessen: Sein Lauf kam nicht so weit.</translation>
    </message>
    <message>
        <source>It cannot be read from the study.</source>
        <translation>Aus der Studie ist das nicht zu lesen.</translation>
    </message>
    <message>
        <source>Nothing is known beyond its quality: this candidate was measured before such details were kept.
A new search keeps them.</source>
        <translation>Mehr als seine Qualität ist nicht bekannt: Dieser Kandidat wurde gemessen, bevor solche Einzelheiten aufbewahrt wurden.
Eine neue Suche bewahrt sie auf.</translation>
    </message>
</context>
<context>
    <name>paretoscope::SetupAnswers</name>
    <message>
        <source>One run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 epochs of warm-up shared, then %3 of search and %4 of fine-tuning each.</source>
        <translation>
            <numerusform>%1: %2 Epoche gemeinsames Aufwärmen, danach je Lauf %3 Suche und %4 Feinabstimmung.</numerusform>
            <numerusform>%1: %2 Epochen gemeinsames Aufwärmen, danach je Lauf %3 Suche und %4 Feinabstimmung.</numerusform>
        </translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>The same on the command line, with the spec saved under this name</source>
        <translation>Dasselbe auf der Kommandozeile, wenn die Spezifikation unter diesem Namen gespeichert ist</translation>
    </message>
    <message>
        <source>Sa&amp;ve spec…</source>
        <translation>Spezifikation s&amp;peichern…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start the search (F5)</source>
        <translation>Suche starten (F5)</translation>
    </message>
    <message>
        <source>Nothing is planned yet.</source>
        <translation>Noch ist nichts geplant.</translation>
    </message>
    <message>
        <source>The seed network %1 costs (%2):</source>
        <translation>Kosten des Ausgangsnetzes %1 (%2):</translation>
    </message>
    <message>
        <source>&amp;Estimate time</source>
        <translation>Dauer er&amp;mitteln</translation>
    </message>
    <message>
        <source>Trains a few steps of every phase to see how long the search will take</source>
        <translation>Trainiert einige Schritte jeder Phase, um die Dauer der Suche zu schätzen</translation>
    </message>
    <message>
        <source>Training a few steps to estimate the time…</source>
        <translation>Einige Schritte werden trainiert, um die Dauer zu schätzen…</translation>
    </message>
    <message>
        <source>Beside them, to be held against: %1, with as many epochs.</source>
        <translation>Daneben zum Vergleich: %1, mit ebenso vielen Epochen.</translation>
    </message>
</context>
<context>
    <name>paretoscope::SetupForm</name>
    <message>
        <source>What is searched</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>Wo gerechnet wird</translation>
    </message>
    <message>
        <source>the benchmark&apos;s own</source>
        <translation>das des Benchmarks</translation>
    </message>
    <message>
        <source>Channels are kept or dropped in blocks of this many</source>
        <translation>Kanäle werden in Blöcken dieser Größe behalten oder verworfen</translation>
    </message>
    <message>
        <source>&amp;Benchmark</source>
        <translation>&amp;Benchmark</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netz</translation>
    </message>
    <message>
        <source>Boar&amp;d</source>
        <translation>B&amp;oard</translation>
    </message>
    <message>
        <source>Run&amp;time</source>
        <translation>&amp;Laufzeitumgebung</translation>
    </message>
    <message>
        <source>Operating &amp;point</source>
        <translation>Be&amp;triebspunkt</translation>
    </message>
    <message>
        <source>&amp;Granularity</source>
        <translation>Gran&amp;ularität</translation>
    </message>
    <message>
        <source>Plain training first, shared by all runs</source>
        <translation>Zuerst gewöhnliches Training, für alle Läufe gemeinsam</translation>
    </message>
    <message>
        <source>Weights and widths are trained together</source>
        <translation>Gewichte und Breiten werden gemeinsam trainiert</translation>
    </message>
    <message>
        <source>Training of the network that was found</source>
        <translation>Training des gefundenen Netzes</translation>
    </message>
    <message>
        <source>The same seed gives the same result</source>
        <translation>Derselbe Startwert ergibt dasselbe Ergebnis</translation>
    </message>
    <message>
        <source>Of each run; part of the result</source>
        <translation>Je Lauf; beeinflusst das Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Warm-up</source>
        <translation>Auf&amp;wärmen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>Su&amp;che</translation>
    </message>
    <message>
        <source>&amp;Fine-tuning</source>
        <translation>&amp;Feinabstimmung</translation>
    </message>
    <message>
        <source>R&amp;andom seed</source>
        <translation>&amp;Zufallsstartwert</translation>
    </message>
    <message>
        <source>T&amp;hreads per run</source>
        <translation>Threads &amp;je Lauf</translation>
    </message>
    <message>
        <source>Changes nothing but the time. Threads × runs should not exceed the cores</source>
        <translation>Ändert nur die Dauer. Threads × Läufe sollten die Zahl der Kerne nicht übersteigen</translation>
    </message>
    <message>
        <source>Train the seed network too, for comparison</source>
        <translation>Zum Vergleich auch das Ausgangsnetz trainieren</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the data folder</source>
        <translation>Datenordner auswählen</translation>
    </message>
    <message>
        <source>Choose the study file</source>
        <translation>Studiendatei auswählen</translation>
    </message>
    <message>
        <source>R&amp;uns at once</source>
        <translation>Läufe &amp;gleichzeitig</translation>
    </message>
    <message>
        <source>Data fo&amp;lder</source>
        <translation>Dat&amp;enordner</translation>
    </message>
    <message>
        <source>Stud&amp;y file</source>
        <translation>Stud&amp;iendatei</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Study file</source>
        <translation>Studiendatei</translation>
    </message>
    <message>
        <source>Studies (*.pscope)</source>
        <translation>Studien (*.pscope)</translation>
    </message>
    <message>
        <source>%1 (%2 MHz)</source>
        <translation>%1 (%2 MHz)</translation>
    </message>
    <message>
        <source>The data cannot be used.</source>
        <translation>Die Daten sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>Held against</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Rec&amp;ipe</source>
        <translation>&amp;Rezept</translation>
    </message>
    <message>
        <source>Data: %1 training, %2 validation, %3 test samples</source>
        <translation>Daten: %1 Trainings-, %2 Validierungs-, %3 Testbeispiele</translation>
    </message>
    <message numerus="yes">
        <source> epochs</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform> Epoche</numerusform>
            <numerusform> Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>samples that the recipe uses</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>and %1 more, see the Data page</source>
        <translation>und %1 weitere, siehe die Seite „Daten“</translation>
    </message>
</context>
<context>
    <name>paretoscope::SetupPage</name>
    <message>
        <source>Objective: the task loss, and</source>
        <translation>Zielfunktion: der Aufgabenverlust und</translation>
    </message>
    <message>
        <source>A search is running.</source>
        <translation>Eine Suche läuft.</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Wird geplant…</translation>
    </message>
    <message>
        <source>Cannot start: %1</source>
        <translation>Start nicht möglich: %1</translation>
    </message>
    <message>
        <source>Nothing is planned yet.</source>
        <translation>Noch ist nichts geplant.</translation>
    </message>
    <message>
        <source>Cannot start: a field of the objective is not understood.</source>
        <translation>Start nicht möglich: Ein Feld der Zielfunktion ist nicht verständlich.</translation>
    </message>
    <message>
        <source>Checking the data…</source>
        <translation>Daten werden geprüft…</translation>
    </message>
    <message>
        <source>Cannot start: choose a study file.</source>
        <translation>Start nicht möglich: Wählen Sie eine Studiendatei.</translation>
    </message>
    <message>
        <source>Save spec</source>
        <translation>Spezifikation speichern</translation>
    </message>
    <message>
        <source>YAML files (*.yaml)</source>
        <translation>YAML-Dateien (*.yaml)</translation>
    </message>
    <message>
        <source>This spec is not saved yet: save it first, and put its file in the place of SPEC.yaml.</source>
        <translation>Diese Spezifikation ist noch nicht gespeichert: erst speichern, dann ihre Datei anstelle von SPEC.yaml einsetzen.</translation>
    </message>
    <message>
        <source>The study “%1” was made with another spec. What you have edited here is not saved.</source>
        <translation>Die Studie „%1“ wurde mit einer anderen Spezifikation gemacht. Was Sie hier geändert haben, ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Take over the study&apos;s spec</source>
        <translation>Spezifikation der Studie &amp;übernehmen</translation>
    </message>
    <message>
        <source>in run %1: %2</source>
        <translation>in Lauf %1: %2</translation>
    </message>
    <message>
        <source>out of reach, see above: %1.</source>
        <translation>unerreichbar, siehe oben: %1.</translation>
    </message>
    <message>
        <source>Each can be met with %1.</source>
        <translation>Erreichbar mit: %1.</translation>
    </message>
    <message>
        <source>the targets exclude each other, see above.</source>
        <translation>die Ziele schließen einander aus, siehe oben.</translation>
    </message>
    <message>
        <source>Cannot start: the data of the benchmark is missing or damaged; the Data page says what to do.</source>
        <translation>Start nicht möglich: Die Daten des Benchmarks fehlen oder sind beschädigt; die Seite „Daten“ sagt, was zu tun ist.</translation>
    </message>
</context>
<context>
    <name>paretoscope::StartPage</name>
    <message>
        <source>Find the network that fits</source>
        <translation>Das Netz finden, das passt</translation>
    </message>
    <message>
        <source>Choose a benchmark, a board and your limits. Paretoscope searches the widths of the network, shows the trade-off between cost and quality while it searches, and hands out the network that you choose.</source>
        <translation>Wählen Sie Benchmark, Board und Ihre Grenzen. Paretoscope sucht die Breiten des Netzes, zeigt schon während der Suche die Abwägung zwischen Kosten und Qualität und gibt das Netz aus, das Sie wählen.</translation>
    </message>
    <message>
        <source>&amp;New study</source>
        <translation>&amp;Neue Studie</translation>
    </message>
    <message>
        <source>Set up a search: benchmark, board, limits</source>
        <translation>Suche einrichten: Benchmark, Board, Grenzen</translation>
    </message>
    <message>
        <source>Try the built-in &amp;demo</source>
        <translation>&amp;Eingebaute Demo ausprobieren</translation>
    </message>
    <message>
        <source>No download, a front in about two minutes on two cores</source>
        <translation>Ohne Download, eine Front in etwa zwei Minuten auf zwei Kernen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>A study (*.pscope) or a search spec (*.yaml)</source>
        <translation>Eine Studie (*.pscope) oder eine Suchspezifikation (*.yaml)</translation>
    </message>
    <message>
        <source>&amp;Recent studies</source>
        <translation>&amp;Zuletzt verwendete Studien</translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation>Zuletzt verwendete Studien</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, changed %2</source>
        <translation>%1, geändert %2</translation>
    </message>
    <message>
        <source>Studies that you create or open are listed here.</source>
        <translation>Hier stehen Studien, die Sie anlegen oder öffnen.</translation>
    </message>
</context>
<context>
    <name>paretoscope::StrengthBlock</name>
    <message>
        <source>Strength as a factor of its start, 0.0001 to 10 000; the middle is the start</source>
        <translation>Stärke als Faktor ihres Startwerts, 0,0001 bis 10 000; die Mitte ist der Startwert</translation>
    </message>
    <message>
        <source>Normalised strength: the weight of cost / seed cost in the loss</source>
        <translation>Normierte Stärke: das Gewicht von Kosten / Kosten des Ausgangsnetzes im Verlust</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Strength of %1, factor of its start</source>
        <translation>Stärke von %1, Faktor des Startwerts</translation>
    </message>
    <message>
        <source>Normalised strength of %1</source>
        <translation>Normierte Stärke von %1</translation>
    </message>
    <message>
        <source>Target of %1</source>
        <translation>Ziel von %1</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Close to</source>
        <translation>Nahe bei</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Reachable: %1 to %2. With unit, e.g. 64 KiB, 20 ms, 40k, or 30% of the seed network</source>
        <translation>Erreichbar: %1 bis %2. Mit Einheit, z. B. 64 KiB, 20 ms, 40k, oder 30% vom Ausgangsnetz</translation>
    </message>
    <message>
        <source>“%1” is no target of %2. One would be %3, or 30% of the seed network.</source>
        <translation>„%1“ ist kein Ziel für %2. Eines wäre %3 oder 30% vom Ausgangsnetz.</translation>
    </message>
    <message>
        <source>%1: %2 cannot be reached; the smallest network of this space has %3.</source>
        <translation>%1: %2 ist nicht erreichbar; das kleinste Netz dieses Suchraums hat %3.</translation>
    </message>
    <message>
        <source>%1: an aim of %2 lies above the seed network&apos;s %3.</source>
        <translation>%1: ein Ziel von %2 liegt über den %3 des Ausgangsnetzes.</translation>
    </message>
</context>
<context>
    <name>paretoscope::StrengthPanel</name>
    <message>
        <source>This run has no complexity terms to steer.</source>
        <translation>Dieser Lauf hat keine Komplexitätsterme, die sich steuern lassen.</translation>
    </message>
</context>
<context>
    <name>paretoscope::TimeEstimate</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>The time cannot be estimated: %1</source>
        <translation>Die Dauer lässt sich nicht schätzen: %1</translation>
    </message>
    <message>
        <source>About %1, seed network included.</source>
        <translation>Etwa %1 mit dem Ausgangsnetz.</translation>
    </message>
    <message>
        <source>About %1, without the seed network.</source>
        <translation>Etwa %1 ohne das Ausgangsnetz.</translation>
    </message>
    <message>
        <source>Warm-up %1, each run %2, up to %3 at once (%4 samples/s while searching).</source>
        <translation>Aufwärmen %1, jeder Lauf %2, bis zu %3 gleichzeitig (%4 Beispiele/s während der Suche).</translation>
    </message>
    <message>
        <source>Warm-up %1, each run %2 (%3 samples/s while searching).</source>
        <translation>Aufwärmen %1, jeder Lauf %2 (%3 Beispiele/s während der Suche).</translation>
    </message>
    <message>
        <source>Each run %1, up to %2 at once (%3 samples/s while searching).</source>
        <translation>Jeder Lauf %1, bis zu %2 gleichzeitig (%3 Beispiele/s während der Suche).</translation>
    </message>
    <message>
        <source>Each run %1 (%2 samples/s while searching).</source>
        <translation>Jeder Lauf %1 (%2 Beispiele/s während der Suche).</translation>
    </message>
</context>
</TS>
