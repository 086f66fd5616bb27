-- A group of fields has one current statement; whoever states another first moves the old one aside.
create unique index fact_current on provenance.fact (subject_kind, subject_id, field_group) where state = 'current';
