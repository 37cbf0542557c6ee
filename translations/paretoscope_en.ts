<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>paretoscope::ConfusionGrid</name>
    <message numerus="yes">
        <source>%n classes; %1</source>
        <translation>
            <numerusform>%n class; %1</numerusform>
            <numerusform>%n classes; %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paretoscope::FrontHistory</name>
    <message numerus="yes">
        <source>after %1 of %2 candidates</source>
        <translation>
            <numerusform>after %1 of %2 candidate</numerusform>
            <numerusform>after %1 of %2 candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hypervolume over time: %1 % after %2 candidates</source>
        <translation>
            <numerusform>Hypervolume over time: %1 % after %2 candidate</numerusform>
            <numerusform>Hypervolume over time: %1 % after %2 candidates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paretoscope::FrontSummary</name>
    <message numerus="yes">
        <source>%1 of %2 candidates are on the front</source>
        <translation>
            <numerusform>%1 of %2 candidate is on the front</numerusform>
            <numerusform>%1 of %2 candidates are on the front</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paretoscope::ParallelView</name>
    <message numerus="yes">
        <source>%1 of %n lines are inside the brushes.</source>
        <translation>
            <numerusform>%1 of %n line is inside the brushes.</numerusform>
            <numerusform>%1 of %n lines are inside the brushes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paretoscope::ParetoPage</name>
    <message numerus="yes">
        <source>%n inside the brushes.</source>
        <translation>
            <numerusform>%n inside the brushes.</numerusform>
            <numerusform>%n inside the brushes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paretoscope::PlotView</name>
    <message numerus="yes">
        <source>%n points; Ctrl+T shows them as a table</source>
        <translation>
            <numerusform>%n point; Ctrl+T shows it as a table</numerusform>
            <numerusform>%n points; Ctrl+T shows them as a table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paretoscope::QualityView</name>
    <message numerus="yes">
        <source>Confused most: “%1” taken for “%2” (%3 samples).</source>
        <translation>
            <numerusform>Confused most: “%1” taken for “%2” (%3 sample).</numerusform>
            <numerusform>Confused most: “%1” taken for “%2” (%3 samples).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>AUC %1, mean of %n machines.</source>
        <translation>
            <numerusform>AUC %1, of %n machine.</numerusform>
            <numerusform>AUC %1, mean of %n machines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paretoscope::SetupAnswers</name>
    <message numerus="yes">
        <source>%1: %2 epochs of warm-up shared, then %3 of search and %4 of fine-tuning each.</source>
        <translation>
            <numerusform>%1: %2 epoch of warm-up shared, then %3 of search and %4 of fine-tuning each.</numerusform>
            <numerusform>%1: %2 epochs of warm-up shared, then %3 of search and %4 of fine-tuning each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paretoscope::SetupForm</name>
    <message numerus="yes">
        <source> epochs</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform> epoch</numerusform>
            <numerusform> epochs</numerusform>
        </translation>
    </message>
</context>
</TS>
