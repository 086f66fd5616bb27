-- A row that was annulled and the same decision stated again by the same source are equal in all but identity, and both belong in the
-- record. That a decision stands once per product is held by the product's lock and isSameDecision, which an index cannot express.
drop index certification.recognition_once;
