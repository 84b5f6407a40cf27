-- CreateIndex
CREATE INDEX "LogLeaf_subjectId_idx" ON "LogLeaf"("subjectId");
