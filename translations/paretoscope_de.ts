<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>QMainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Paretoscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+1 … Alt+5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start, Setup, Live, Layers, Pareto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel zooms, drag pans, Shift+drag selects, double click fits, + and − zoom, arrows pan, Ctrl+C copies, Ctrl+T shows the table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>% of seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Architecture search for tiny devices, with a window on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a study or a search spec to open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::CandidateDetails</name>
    <message>
        <source>The same on the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the network as ONNX or YAML, or all candidates as CSV (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a point of the front or a row of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meets every limit of its run. Quality measured in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over a limit of its run. Quality measured in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, measured on the validation split in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, measured once on the test split in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::CandidateModel</name>
    <message>
        <source>over a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dominated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not modelled for this board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::CostGauges</name>
    <message>
        <source>Costs against their limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, aim %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, limit %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over by %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aim %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::FigureTableModel</name>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::LayerTableModel</name>
    <message>
        <source>depthwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grouped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 output channels kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; not searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MACs, counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights without bias and normalisation, counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights at their bits and tables of this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The board has no model of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::LayersPage</name>
    <message>
        <source>Sho&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network to look at yet.
Open a study, or start a search and watch its layers shrink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as derived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the search has not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, epoch %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   ·   RAM peak at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::LayersView</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::LivePage</name>
    <message>
        <source>Change all ru&amp;ns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change reaches every run of the search, also those that start later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to watch yet.
Set up a search and start it, or open a study.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::LiveStatus</name>
    <message>
        <source>%p %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the whole search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the search at the next step (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the search; everything that is finished stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the search and drop the candidates in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: epoch %2 of %3, step %4 of %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs at once – newest in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, about %1 remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no search has run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused – %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping – %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::MainWindow</name>
    <message>
        <source>The spec is saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy is saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paretoscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused – </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping – </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies and specs (*.pscope *.yaml *.yml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search is %1: %2 runs done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 were there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 candidates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Failed: %1; Live says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search is running. What is finished can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/%1 copy.pscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies (*.pscope)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All candidates as a table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX (*.onnx);;Network as YAML (*.yaml);;%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Paretoscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Paretoscope %1&lt;/h3&gt;&lt;p&gt;Architecture search for tiny devices, with a window on it.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::MessageBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::MetricBadge</name>
    <message>
        <source>counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, ± %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 MHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::NavigationBar</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin or open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to search, and the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch and steer the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widths and costs of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pareto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates, cost against quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::ObjectiveCard</name>
    <message>
        <source>Not understood: numbers separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove term %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target of term %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit: candidates above it are infeasible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An aim, from both sides: missing it makes no candidate infeasible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As small as the strength makes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e.g. 25, 75</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further targets in the same unit, separated by commas: one run for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, a normalised strength, or a list for a sweep: 0, 0.1, 1
auto × 2 doubles the automatic strength; raw 1e-6 multiplies the bare cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::ObjectiveEditor</name>
    <message>
        <source>&amp;Add a term</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::ParetoPage</name>
    <message>
        <source>No candidates yet.
Every finished run adds one. Open a study, or start a search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic cost axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ublished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark networks of papers for the same benchmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 candidates are on the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; its knee is “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::PlotView</name>
    <message>
        <source>Cannot write %1. Is the folder writable and the disk not full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture	Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG pictures (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save visible points as CS&amp;V…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit	Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic &amp;x axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic &amp;y axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;eries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;plot	Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;table	Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot of %1 over %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n points; Ctrl+T shows them as a table</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::ResourceCombo</name>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML files (*.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::RunList</name>
    <message>
        <source>shared warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;llow the newest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::SetupAnswers</name>
    <message>
        <source>One run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 epochs of warm-up shared, then %3 of search and %4 of fine-tuning each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on the command line, with the spec saved under this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve spec…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the search (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is planned yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed network %1 costs (%2):</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::SetupForm</name>
    <message>
        <source>What is searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the benchmark&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels are kept or dropped in blocks of this many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Benchmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boar&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run&amp;time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operating &amp;point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Granularity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain training first, shared by all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights and widths are trained together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training of the network that was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each run; part of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;andom seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;hreads per run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes nothing but the time. Threads × runs should not exceed the cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the seed network too, for comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the study file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;uns at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data fo&amp;lder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stud&amp;y file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies (*.pscope)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 MHz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: %L1 training, %L2 validation, %L3 test samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::SetupPage</name>
    <message>
        <source>Objective: the task loss, and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is planned yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot start: a field of the objective is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot start: the data of the benchmark is missing or damaged (see the data folder).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot start: choose a study file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save spec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML files (*.yaml)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::StartPage</name>
    <message>
        <source>Find the network that fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a benchmark, a board and your limits. Paretoscope searches the widths of the network, shows the trade-off between cost and quality while it searches, and hands out the network that you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up a search: benchmark, board, limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the built-in &amp;demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No download, a front in about two minutes on two cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study (*.pscope) or a search spec (*.yaml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, changed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies that you create or open are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::StrengthBlock</name>
    <message>
        <source>Strength as a factor of its start, 0.0001 to 10 000; the middle is the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalised strength: the weight of cost / seed cost in the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of %1, factor of its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalised strength of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reachable: %1 to %2. With unit, e.g. 64 KiB, 20 ms, 40k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paretoscope::StrengthPanel</name>
    <message>
        <source>This run has no complexity terms to steer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
