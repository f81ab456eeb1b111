"""Pickle objects of scikit-learn, SciPy and pandas, and print the pickles.

    python generate_estimators.py > estimators.json

These packages are large, and so the environment that they need (see README.md) is made by whoever changes this file;
`generate_pickles.py` takes the pickles from `estimators.json`. Whoever reads them has none of the packages: what they are is told
by stubs, and the arrays in them are to be reached all the same.
"""

import base64
import json
import pickle
import warnings

import numpy as np
import pandas as pd
import scipy
import scipy.sparse
import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.tree import DecisionTreeRegressor

PROTOCOLS = (0, 2, 4, 5)
# Not dok, a dict of a class that Python itself does not put together without the package.
SPARSE_FORMATS = "bsr coo csc csr dia lil".split()

FEATURES = np.arange(12.0).reshape(6, 2) ** 1.5
CLASSES = np.array([0, 1, 0, 1, 1, 0])


def main():
    """Print the pickles as one JSON list, a pickle a line. Protocols change from object to object."""
    warnings.simplefilter("ignore")
    releases = ", ".join(f"{package.__name__} {package.__version__}" for package in (sklearn, scipy, pd))
    lines = []
    for number, (name, value) in enumerate([*estimators(), *sparse_arrays(), *frames()]):
        protocol = PROTOCOLS[number % len(PROTOCOLS)]
        data = base64.b64encode(pickle.dumps(value, protocol)).decode("ascii")
        lines.append(json.dumps({"id": f"{name}/p{protocol}", "releases": releases, "b64": data}))
    print("[\n" + ",\n".join(lines) + "\n]")


def estimators():
    """Estimators of scikit-learn, fitted."""
    yield "sklearn-linear", LinearRegression().fit(FEATURES, CLASSES)
    yield "sklearn-logistic", LogisticRegression().fit(FEATURES, CLASSES)
    yield "sklearn-scaler", StandardScaler().fit(FEATURES)
    yield "sklearn-pca", PCA(1).fit(FEATURES)
    yield "sklearn-kmeans", KMeans(2, random_state=0, n_init=1).fit(FEATURES)
    yield "sklearn-tree", DecisionTreeRegressor(max_depth=2, random_state=0).fit(FEATURES, CLASSES)
    yield "sklearn-forest", RandomForestClassifier(2, max_depth=2, random_state=0).fit(FEATURES, CLASSES)
    yield "sklearn-pipeline", make_pipeline(StandardScaler(), LinearRegression()).fit(FEATURES, CLASSES)
    yield "sklearn-neighbors", KNeighborsClassifier(1).fit(FEATURES, CLASSES)
    yield "sklearn-encoder", OneHotEncoder().fit([["a"], ["b"]])
    yield "sklearn-tfidf", TfidfVectorizer().fit(["a cat", "the cat sat"])


def sparse_arrays():
    """SciPy's sparse matrices and arrays."""
    dense = np.array([[0, 1.5, 0], [2.5, 0, 0]])
    for name in SPARSE_FORMATS:
        yield f"scipy-{name}-matrix", getattr(scipy.sparse, f"{name}_matrix")(dense)
        yield f"scipy-{name}-array", getattr(scipy.sparse, f"{name}_array")(dense)


def frames():
    """Series, frames and indexes of pandas."""
    yield "pandas-series", pd.Series([1.5, np.nan, 3.0], name="v")
    yield "pandas-frame", pd.DataFrame({"i": [1, 2, 3], "f": [0.5, 1.5, 2.5], "b": [True, False, True]})
    yield "pandas-objects", pd.DataFrame({"t": ["a", 1, None]}, dtype=object)
    yield "pandas-text", pd.Series(["a", "b"])
    yield "pandas-categories", pd.Series(["a", "b", "a"], dtype="category")
    yield "pandas-dates", pd.Series(pd.date_range("2020-01-01", periods=3))
    yield "pandas-nullable", pd.Series([1, None, 3], dtype="Int64")
    yield "pandas-intervals", pd.Series(pd.interval_range(0, 3))
    yield "pandas-periods", pd.Series(pd.period_range("2020-01", periods=2, freq="M"))
    yield "pandas-sparse", pd.Series(pd.arrays.SparseArray([0, 0, 1.5]))
    index = pd.MultiIndex.from_tuples([("a", 1), ("b", 2)])
    yield "pandas-multi-index", pd.DataFrame({"v": [1.0, 2.0]}, index=index)
    yield "pandas-range", pd.RangeIndex(3)
    yield "pandas-timestamp", pd.Timestamp("2020-01-02 03:04:05.6789")


if __name__ == "__main__":
    main()
