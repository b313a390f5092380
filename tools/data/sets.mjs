// @ts-check
// The datasets that `npm run data` knows: where their files lie, and what they must be, byte for byte.

/**
 * @typedef {object} Download
 * @property {string} name as it is called on the server and on disk
 * @property {number} bytes its exact size
 * @property {string} md5 in hex
 * @property {Record<string, number>} [members] of a tar.gz: the files to take out of it, with their exact sizes
 *
 * @typedef {object} DataSet
 * @property {string} name the word on the command line and the name of the folder
 * @property {string} title
 * @property {"idx" | "cifar10"} kind who reads it: `Dataset.fromIdx` (pictures, labels) or `Dataset.fromCifar`
 * (batches)
 * @property {string[]} addresses folders that hold the downloads, in the order in which they are tried; each ends in
 * "/"
 * @property {Download[]} downloads
 * @property {string[]} train files that make up the training set
 * @property {string[]} test
 */

/**
 * Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017; MIT licence).
 * Addresses and MD5s: the table "Get the Data" in the README of github.com/zalandoresearch/fashion-mnist, which also
 * says that the repository holds the files below data/fashion. Sizes: as Keras and torchvision show them while they
 * download the same files.
 * @type {DataSet}
 */
const FASHION_MNIST = {
  name: "fashion-mnist",
  title: "Fashion-MNIST",
  kind: "idx",
  addresses: [
    "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
    "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",
  ],
  downloads: [
    { name: "train-images-idx3-ubyte.gz", bytes: 26_421_880, md5: "8d4fb7e6c68d591d4c3dfef9ec88bf0d" },
    { name: "train-labels-idx1-ubyte.gz", bytes: 29_515, md5: "25c81989df183df01b3e8a0aad5dffbe" },
    { name: "t10k-images-idx3-ubyte.gz", bytes: 4_422_102, md5: "bef4ecab320f06d8554ea6380940ec79" },
    { name: "t10k-labels-idx1-ubyte.gz", bytes: 5_148, md5: "bb300cfdad3c16e7a12a480ee83cd310" },
  ],
  train: ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"],
  test: ["t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"],
};

/** 10,000 records of a label and 3 × 32 × 32 values. */
const CIFAR_BATCH = 10_000 * (1 + 3 * 32 * 32);

/**
 * CIFAR-10, binary version (Krizhevsky, 2009).
 * Address and MD5: the table of downloads on www.cs.toronto.edu/~kriz/cifar.html. Size: that of the file with this MD5.
 * What a member holds: the same page, "Binary version".
 * @type {DataSet}
 */
const CIFAR10 = {
  name: "cifar10",
  title: "CIFAR-10",
  kind: "cifar10",
  addresses: ["https://www.cs.toronto.edu/~kriz/"],
  downloads: [
    {
      name: "cifar-10-binary.tar.gz",
      bytes: 170_052_171,
      md5: "c32a1d4ab5d03f1284b67883e8d87530",
      members: {
        "data_batch_1.bin": CIFAR_BATCH,
        "data_batch_2.bin": CIFAR_BATCH,
        "data_batch_3.bin": CIFAR_BATCH,
        "data_batch_4.bin": CIFAR_BATCH,
        "data_batch_5.bin": CIFAR_BATCH,
        "test_batch.bin": CIFAR_BATCH,
      },
    },
  ],
  train: ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"],
  test: ["test_batch.bin"],
};

/** @type {readonly DataSet[]} */
export const SETS = [FASHION_MNIST, CIFAR10];
