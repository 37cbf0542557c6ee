// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counts of the networks that come with the program, against the published figures; some added up by hand.
#include "core/base/files.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <set>

using namespace dnas;

class NetworkCountsTest : public QObject {
    Q_OBJECT
private slots:
    void referenceNetworks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("weights");
        QTest::addColumn<qint64>("macs");
        QTest::addColumn<qint64>("parameters");
        QTest::addColumn<qint64>("trainable");
        // Parameters: weights + biases + 4 a normalised channel; trainable: 2 a normalised channel.
        QTest::newRow("resnet8") << "resnet8" << qint64{77'360} << qint64{12'501'632} << qint64{77'360 + 346 + 4 * 240}
                                 << qint64{77'360 + 346 + 2 * 240};
        QTest::newRow("ds-cnn") << "ds-cnn" << qint64{22'016} << qint64{2'656'768} << qint64{22'016 + 588 + 4 * 576}
                                << qint64{22'016 + 588 + 2 * 576};
        QTest::newRow("mobilenet") << "mobilenet-v1-025" << qint64{208'112} << qint64{7'489'664}
                                   << qint64{208'112 + 2'738 + 4 * 2'736} << qint64{208'112 + 2'738 + 2 * 2'736};
        QTest::newRow("autoencoder") << "autoencoder" << qint64{264'192} << qint64{264'192}
                                     << qint64{264'192 + 1'672 + 4 * 1'032} << qint64{267'928};
        QTest::newRow("resnet18-tiny") << "resnet18-tiny" << qint64{11'261'632} << qint64{2'221'772'800}
                                       << qint64{11'261'632 + 200 + 4 * 4'800} << qint64{11'271'432};
        // 3·16·9 + 16·16·9 + 16·32·9 + 32·32·9 + 32·48·9 + 48·10, on 16², 8², 8², 8², 4² and 1 positions.
        QTest::newRow("demo-cnn") << "demo-cnn" << qint64{432 + 2'304 + 4'608 + 9'216 + 13'824 + 480}
                                  << qint64{432 * 256 + (2'304 + 4'608 + 9'216) * 64 + 13'824 * 16 + 480}
                                  << qint64{30'864 + 10 + 4 * 144} << qint64{30'864 + 10 + 2 * 144};
    }
    void referenceNetworks()
    {
        QFETCH(QString, name);
        QFETCH(qint64, weights);
        QFETCH(qint64, macs);
        QFETCH(qint64, parameters);
        QFETCH(qint64, trainable);
        const Result<Network> network = loadNetwork(name.toStdString());
        VERIFY_OK(network);
        QCOMPARE(QString::fromStdString(network->name), name);
        const LayerCounts counts = countNetwork(*network);
        QCOMPARE(qint64{counts.weights}, weights);
        QCOMPARE(qint64{counts.macs}, macs);
        QCOMPARE(qint64{counts.parameters()}, parameters);
        QCOMPARE(qint64{counts.trainable()}, trainable);
    }

    void parametersAsPublished()
    {
        const std::pair<const char *, std::int64_t> published[]{
            {"resnet8", 78'666}, {"ds-cnn", 24'908}, {"mobilenet-v1-025", 221'794}, {"autoencoder", 269'992}};
        for (const auto &[name, parameters] : published)
            QCOMPARE(countNetwork(*loadNetwork(name)).parameters(), parameters);
    }

    void foundNetworks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("weights");
        QTest::addColumn<qint64>("macs");
        QTest::newRow("resnet8-75h") << "resnet8-75h" << qint64{58074} << qint64{9844152};
        QTest::newRow("resnet8-75l") << "resnet8-75l" << qint64{58447} << qint64{5039488};
        QTest::newRow("resnet8-50h") << "resnet8-50h" << qint64{39098} << qint64{7660904};
        QTest::newRow("resnet8-50l") << "resnet8-50l" << qint64{39051} << qint64{3495978};
        QTest::newRow("resnet8-25h") << "resnet8-25h" << qint64{18906} << qint64{4481196};
        QTest::newRow("resnet8-25l") << "resnet8-25l" << qint64{18947} << qint64{2006030};
        QTest::newRow("mobilenet-v1-025-25h") << "mobilenet-v1-025-25h" << qint64{51522} << qint64{4562115};
        QTest::newRow("mobilenet-v1-025-25l") << "mobilenet-v1-025-25l" << qint64{52051} << qint64{4107578};
        QTest::newRow("mobilenet-v1-025-12h") << "mobilenet-v1-025-12h" << qint64{26022} << qint64{3400953};
        QTest::newRow("mobilenet-v1-025-12l") << "mobilenet-v1-025-12l" << qint64{25959} << qint64{1344504};
        QTest::newRow("mobilenet-v1-025-6h") << "mobilenet-v1-025-6h" << qint64{12578} << qint64{2143729};
        QTest::newRow("mobilenet-v1-025-6l") << "mobilenet-v1-025-6l" << qint64{13029} << qint64{808039};
    }
    void foundNetworks()
    {
        QFETCH(QString, name);
        QFETCH(qint64, weights);
        QFETCH(qint64, macs);
        const Result<Network> network = loadNetwork(name.toStdString());
        VERIFY_OK(network);
        const LayerCounts counts = countNetwork(*network);
        QCOMPARE(qint64{counts.weights}, weights);
        QCOMPARE(qint64{counts.macs}, macs);
    }

    void layersOfResnet8()
    {
        const Network network = *loadNetwork("resnet8");
        const std::vector<Shape> shapes = *inferShapes(network);
        const std::vector<LayerCounts> counts = countLayers(network, shapes);
        const auto index = [&](const char *name) {
            return static_cast<std::size_t>(network.indexOf(name));
        };
        QCOMPARE(shapes[index("s2_skip")], (Shape{32, 16, 16}));
        QCOMPARE(counts[index("s2_skip")].weights, std::int64_t{512});
        QCOMPARE(counts[index("s2_skip")].macs, std::int64_t{131'072});
        QCOMPARE(shapes[index("s3b")], (Shape{64, 8, 8}));
        QCOMPARE(counts[index("s3b")].macs, std::int64_t{2'359'296});
        QCOMPARE(counts[index("s3b")].biases, std::int64_t{64});
        QCOMPARE(counts[index("s3b_bn")].normalised, std::int64_t{64});
        QCOMPARE(counts[index("s3_add")].parameters(), std::int64_t{0});
        QCOMPARE(shapes[index("pool")], (Shape{64, 1, 1}));
    }

    void everyNetworkHasNameTitleAndSource()
    {
        const std::vector<std::string> names = listResources("networks");
        QVERIFY(names.size() >= 6 + 12);
        const std::set<std::string> unique(names.begin(), names.end());
        QCOMPARE(unique.size(), names.size());
        for (const std::string &name : names) {
            const Result<Network> network = loadNetwork(name);
            VERIFY_OK(network);
            QCOMPARE(network->name, name);
            QVERIFY2(!network->title.empty() && !network->source.empty(), name.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(NetworkCountsTest)
#include "tst_network_counts.moc"
