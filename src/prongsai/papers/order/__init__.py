"""The order (คำสั่ง) by which an agency appoints those who work on its assessment."""

from prongsai.papers.order.contents import Member, OrderContents
from prongsai.papers.order.from_result import working_group_order
from prongsai.papers.order.writing import order_document, write_order

__all__ = ["Member", "OrderContents", "order_document", "working_group_order", "write_order"]
