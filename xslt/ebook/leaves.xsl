<?xml version="1.0" encoding="UTF-8"?>
<!-- From what the reading view makes to a document of the book: links lead to the document of their anchor, signs of notes
     say what they are, links to themselves and things that open and shut fall away. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.w3.org/1999/xhtml">

  <xsl:mode name="leaf" on-no-match="shallow-copy"/>

  <xsl:template match="a[@href]" mode="leaf" as="node()*">
    <xsl:param name="file" as="xs:string" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string?" select="f:href-in-book(@href, $file)"/>
    <xsl:choose>
      <xsl:when test="exists($href)">
        <a href="{$href}">
          <xsl:if test="@role = 'doc-noteref'"><xsl:attribute name="epub:type" select="'noteref'"/></xsl:if>
          <xsl:apply-templates select="@* except (@href, @download), node()" mode="leaf"/>
        </a>
      </xsl:when>
      <xsl:when test="@id or @class"><span><xsl:apply-templates select="@id, @class, node()" mode="leaf"/></span></xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="leaf"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The way from one document of the book; nothing where there is none, as to pages of a site that nobody has named. -->
  <xsl:function name="f:href-in-book" as="xs:string?">
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="from" as="xs:string"/>
    <xsl:variable name="target" as="xs:string?" select="$file-of(substring-after($href, '#'))"/>
    <xsl:sequence select="
      if (starts-with($href, '#')) then $target ! ((if (. = $from) then '' else .) || $href)
      else if (matches($href, '^[a-z][a-z0-9+.\-]*:', 'i')) then $href
      else if ($address ne '') then $address || encode-for-uri($name) || '/' || $href else ()"/>
  </xsl:function>

  <!-- The number of a paragraph stays, for it is cited; it leads nowhere. -->
  <xsl:template match="a[contains-token(@class, 'number')]" mode="leaf" as="element()" priority="1">
    <span class="number"><xsl:apply-templates mode="leaf"/></span>
  </xsl:template>
  <xsl:template match="a[contains-token(@class, 'permalink')]" mode="leaf" as="empty-sequence()" priority="1"/>

  <!-- Of the notes beside the head only handwriting stays there. -->
  <xsl:template match="ul[contains-token(@class, 'head-notes')]" mode="leaf" as="element()*">
    <xsl:variable name="written" as="element()*" select="li[contains-token(@class, 'annotation')]"/>
    <xsl:if test="exists($written)">
      <section class="handwriting" aria-labelledby="handwriting">
        <h2 id="handwriting">{f:say('found-handwriting')}</h2>
        <ul><xsl:apply-templates select="$written" mode="leaf"/></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Not every reading system can open what is shut. -->
  <xsl:template match="details" mode="leaf" as="element()"><div><xsl:apply-templates select="@*, node()" mode="leaf"/></div></xsl:template>
  <xsl:template match="summary" mode="leaf" as="element()"><p class="label"><xsl:apply-templates mode="leaf"/></p></xsl:template>

  <xsl:template match="@class[. = '']" mode="leaf" as="empty-sequence()"/>
</xsl:stylesheet>
