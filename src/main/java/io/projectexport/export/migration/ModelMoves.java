package io.projectexport.export.migration;

import io.projectexport.export.bulk.Batches;

/** Port to stored moves of running projects to another version: batches with a row for each project. */
public interface ModelMoves extends Batches<MoveTo> {}
