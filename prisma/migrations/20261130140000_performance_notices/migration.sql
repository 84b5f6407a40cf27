-- UK9: a notice of performance, of a period like those of payments.
ALTER TABLE "NoticeObligation" DROP CONSTRAINT "notice_kind";
ALTER TABLE "NoticeObligation" ADD CONSTRAINT "notice_kind" CHECK ("kind" IN ('UK6', 'UK7', 'UK8', 'UK9', 'UK11', 'UK17'));
