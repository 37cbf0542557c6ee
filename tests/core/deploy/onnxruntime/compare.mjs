// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs an exported model in ONNX Runtime, which is not ours, and compares its output.
//
//   node compare.mjs MODEL.onnx INPUT.f32 EXPECTED.f32 N C [H [W]]
//
// The .f32 files are bare little-endian 32-bit floats; the numbers are the sizes of the input. Prints
// {"max_difference": …, "output": [sizes]} on one line. Exit codes: 0 compared, 1 failed, 3 ONNX Runtime is not there.
// PARETOSCOPE_NODE_MODULES names the node_modules folder that holds onnxruntime-node.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

function loadRuntime() {
  const require = createRequire(import.meta.url);
  const folder = process.env.PARETOSCOPE_NODE_MODULES;
  try {
    return require(folder ? join(folder, 'onnxruntime-node') : 'onnxruntime-node');
  } catch (error) {
    console.error(`onnxruntime-node cannot be loaded: ${error.message.split('\n')[0]}`);
    process.exit(3);
  }
}

function readFloats(path) {
  const bytes = readFileSync(path);
  const floats = new Float32Array(bytes.length / 4);
  for (let i = 0; i < floats.length; ++i) floats[i] = bytes.readFloatLE(4 * i);
  return floats;
}

const [model, inputFile, expectedFile, ...sizes] = process.argv.slice(2);
const ort = loadRuntime();
const session = await ort.InferenceSession.create(model, { executionProviders: ['cpu'], intraOpNumThreads: 1 });
const input = new ort.Tensor('float32', readFloats(inputFile), sizes.map(Number));
const { output } = await session.run({ input });
const expected = readFloats(expectedFile);

if (output.data.length !== expected.length) {
  console.error(`the output has ${output.data.length} numbers, ${expected.length} are expected`);
  process.exit(1);
}
let largest = 0;
for (let i = 0; i < expected.length; ++i) {
  const difference = Math.abs(output.data[i] - expected[i]);
  // A comparison with NaN is false, so it is asked for by name.
  if (Number.isNaN(difference) || difference > largest) largest = difference;
  if (Number.isNaN(difference)) break;
}
if (Number.isNaN(largest)) {
  console.error('the output holds values that are not numbers');
  process.exit(1);
}
console.log(JSON.stringify({ max_difference: largest, output: output.dims }));
