<?xml version="1.0" encoding="UTF-8"?>
<!-- The account of the edition: source, hands, witnesses, editorial practice, citation, history. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="about" as="element()*">
    <section class="register" aria-labelledby="cite">
      <h2 id="cite">How to cite</h2>
      <p class="citation"><xsl:call-template name="citation"/><xsl:sequence select="f:cite($edition/TEI/@xml:id, 'the whole document')"/></p>
      <p>To cite a passage, follow the number of its paragraph or the sign <span aria-hidden="true">#</span><span class="vh">for a link</span> beside its turn and add the address you arrive at, for example <a href="#{($edition//body//p/@xml:id)[1]}">{$reading-href}#{($edition//body//p/@xml:id)[1]}</a>. These addresses stay the same in later versions.<xsl:if test="$cite-href"> Each passage is <a href="{$cite-href}">cited in full</a>, for notes, bibliographies and reference managers.</xsl:if></p>
    </section>
    <xsl:call-template name="source"/>
    <xsl:call-template name="hands"/>
    <xsl:call-template name="witnesses"/>
    <xsl:call-template name="edition"/>
    <xsl:call-template name="history"/>
  </xsl:template>

  <xsl:template name="source" as="element()?">
    <xsl:variable name="source" as="element()?" select="$header/fileDesc/sourceDesc"/>
    <xsl:variable name="description" as="element()?" select="$source/msDesc"/>
    <xsl:if test="exists($source/(msDesc | p | bibl)) or $header//notesStmt/note">
      <section class="register" aria-labelledby="source">
        <h2 id="source">The source</h2>
        <dl class="facts">
          <xsl:if test="$shelfmark"><dt>Kept in</dt><dd>{$shelfmark}</dd></xsl:if>
          <xsl:for-each select="$description//msItem"><dt>Content</dt><dd><xsl:apply-templates select="f:spaced(*)" mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$description//objectDesc/@form"><dt>Form</dt><dd>{.}</dd></xsl:for-each>
          <xsl:for-each select="$description//supportDesc/*"><dt>{f:heading(.)}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$description//(layoutDesc | handDesc | additions | typeDesc)"><dt>{f:heading(.)}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$description/history/*"><dt>{f:heading(.)}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$description/additional/*"><dt>{f:heading(.)}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$source/(p | bibl)"><dt>Source</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$header//notesStmt/note"><dt>Note</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="hands" as="element()?">
    <xsl:variable name="hands" as="element()*" select="$header//handNote"/>
    <xsl:if test="exists($hands)">
      <section class="register" aria-labelledby="hands">
        <h2 id="hands">Hands</h2>
        <dl class="facts">
          <xsl:for-each select="$hands">
            <dt id="{@xml:id}">{translate(replace(@xml:id, '^hand\.', ''), '-_', '  ')}</dt>
            <dd><xsl:apply-templates mode="prose"/><xsl:if test="@cert = 'low'"> (Attribution uncertain.)</xsl:if></dd>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="witnesses" as="element()?">
    <xsl:variable name="witnesses" as="element()*" select="$header//listWit/witness"/>
    <xsl:if test="exists($witnesses)">
      <section class="register" aria-labelledby="witnesses">
        <h2 id="witnesses">Witnesses</h2>
        <dl class="facts">
          <xsl:for-each select="$witnesses">
            <dt id="{@xml:id}">{f:witness('#' || @xml:id)}</dt>
            <dd><xsl:apply-templates select="node() except abbr" mode="prose"/></dd>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="edition" as="element()">
    <xsl:variable name="statement" as="element()?" select="$header/fileDesc/titleStmt"/>
    <section class="register" aria-labelledby="about">
      <h2 id="about">About this edition</h2>
      <xsl:for-each select="$header/encodingDesc/projectDesc/*[normalize-space(.) ne '…']"><xsl:apply-templates select="." mode="prose"/></xsl:for-each>
      <p>In the reading text each speaker’s turn begins on a line of its own; the paper runs the turns of a paragraph together. The view <a href="{$diplomatic-href}">as typed</a> keeps the pages, their heads and feet, and the transcription’s own readings.</p>
      <dl class="facts">
        <xsl:for-each select="$header/encodingDesc/editorialDecl/*"><dt>{f:heading(.)}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
        <xsl:for-each select="$statement/author[normalize-space()]">
          <dt>Drafter</dt><dd>{normalize-space(.)}<xsl:if test="@cert = 'low'"> (probably)</xsl:if></dd>
        </xsl:for-each>
        <xsl:for-each select="$statement/respStmt">
          <dt>{f:capital(normalize-space(resp[1]))}</dt><dd id="{@xml:id}">{string-join((name | persName | orgName) ! normalize-space(.), ', ')}</dd>
        </xsl:for-each>
        <xsl:for-each select="$version"><dt>Edition</dt><dd>{normalize-space(.)}</dd></xsl:for-each>
        <xsl:for-each select="$header/fileDesc/extent"><dt>Extent</dt><dd>{normalize-space(.)}</dd></xsl:for-each>
        <xsl:if test="$publisher"><dt>Published by</dt><dd>{$publisher}</dd></xsl:if>
        <xsl:for-each select="$header//availability">
          <dt>Licence</dt>
          <dd>
            <xsl:for-each select="licence"><xsl:choose>
              <xsl:when test="@target"><a href="{@target}" rel="license"><xsl:apply-templates mode="prose"/></a></xsl:when>
              <xsl:otherwise><xsl:apply-templates mode="prose"/></xsl:otherwise>
            </xsl:choose></xsl:for-each>
            <xsl:apply-templates select="p" mode="prose"/>
          </dd>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="history" as="element()?">
    <xsl:variable name="changes" as="element()*" select="$header/revisionDesc//change"/>
    <xsl:if test="exists($changes)">
      <section class="register" aria-labelledby="history">
        <h2 id="history">Revision history</h2>
        <dl class="facts">
          <xsl:for-each select="$changes">
            <dt><xsl:if test="@when"><time datetime="{@when}">{f:day(@when)}</time></xsl:if></dt>
            <dd><xsl:apply-templates mode="prose"/><xsl:if test="@who"> ({f:capital(f:responsible(@who))}.)</xsl:if></dd>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The name of a header element as a label for people. -->
  <xsl:function name="f:heading" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)" select="map {
      'handDesc': 'Hands', 'layoutDesc': 'Layout', 'typeDesc': 'Type', 'acquisition': 'Acquisition', 'adminInfo': 'Record',
      'surrogates': 'Copies', 'stdVals': 'Dates and numbers', 'punctuation': 'Punctuation', 'listBibl': 'Printed', 'p': 'In general' }"/>
    <xsl:sequence select="($names(local-name($element)), f:capital(local-name($element)))[1]"/>
  </xsl:function>

  <xsl:function name="f:capital" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- Elements in a row with a space between them. -->
  <xsl:function name="f:spaced" as="node()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:variable name="space" as="text()"><xsl:text>, </xsl:text></xsl:variable>
    <xsl:sequence select="for $n in 1 to count($elements) return (if ($n gt 1) then $space else (), $elements[$n])"/>
  </xsl:function>
</xsl:stylesheet>
